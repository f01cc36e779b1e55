import type { Feedback } from '../../catalog/care/feedback.js'
import { readCaseCode } from '../../site/codes.js'
import type { SetCookie } from '../cookies/cookies.js'
import type { Visit } from '../visit.js'

const DAYS_30 = 30 * 24 * 3600
const PREFIX = 'case-'
const PATH = '/feedback'

/** Lets this device open feedback again: the cookie holds the phone number that opens it with its code anywhere. */
export const keepCase = ({ code, contact }: Pick<Feedback, 'code' | 'contact'>): SetCookie[] =>
  contact.phone === undefined
    ? []
    : [{ name: `${PREFIX}${code}`, value: contact.phone.replace('+', ''), maxAge: DAYS_30, path: PATH }]

/** The phone number that this device holds for a code; null when it holds none. */
export const casePhone = (code: string, visit: Visit): string | null =>
  visit.cookies.get(`${PREFIX}${readCaseCode('PA', code)}`) ?? null

/** The feedback named by the address, if this device may open it. */
export async function openKnownCase(visit: Visit): Promise<{ feedback: Feedback; phone: string } | null> {
  const code = visit.params.code ?? ''
  const phone = casePhone(code, visit)
  const feedback = phone === null ? null : await visit.catalog.feedback.find(code, phone)
  return feedback && phone !== null ? { feedback, phone } : null
}
