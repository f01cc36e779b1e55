import type { PersonalRecord } from '../../site/care/personal-data.js'
import type { SetCookie } from '../cookies/cookies.js'
import type { Visit } from '../visit.js'

const NAME = 'my-data'
const PATH = '/my-data'
const HALF_HOUR = 30 * 60

/** The code of an order or of feedback, and the phone number that was given with it. */
export interface DataKey {
  readonly code: string
  readonly phone: string
}

/** Keeps the page open for a while; what it holds has to be known anyway. */
export const keepKey = ({ code, phone }: DataKey): SetCookie => ({
  name: NAME,
  value: `${code.replace(/[^A-Za-z0-9-]/g, '').slice(0, 20)}.${phone.replace('+', '')}`,
  maxAge: HALF_HOUR,
  path: PATH,
})

export const forgetKey: SetCookie = { name: NAME, value: null, path: PATH }

export function readKey(visit: Visit): DataKey | null {
  const [code, phone] = (visit.cookies.get(NAME) ?? '').split('.')
  return code && phone ? { code, phone } : null
}

/** What the visitor's code opens, while the page is open. */
export async function openMyData(visit: Visit): Promise<{ key: DataKey; record: PersonalRecord } | null> {
  const key = readKey(visit)
  const record = key && (await visit.catalog.personalData.open(key.phone, key.code))
  return key && record ? { key, record } : null
}
