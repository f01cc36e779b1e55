import type { SetCookie } from '../../cookies.js'
import { page, redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import { KEYS_PATH } from './paths.js'

const COOKIE = 'new-api-key'
/** The browser that made the key fetches it at once. */
const SECONDS = 60

/** Hands a new key to the page that shows it: it stands in no address, no history and no store. */
export const carryKey = (value: string | null): SetCookie => ({
  name: COOKIE,
  value,
  maxAge: SECONDS,
  prefixed: true,
})

/** Shows a new key, this once: a reload, or the way back, leads to the list. */
export const newApiKey: Handler = (visit) => {
  const { catalog, links, messages } = visit
  const key = visit.secretCookie(COOKIE) ?? ''
  const record = catalog.apiKeys.find(key)
  const isOwn = record !== null && catalog.apiKeys.list(personOf(visit)).some(({ id }) => id === record.id)
  if (!isOwn) return redirect(links.to(KEYS_PATH), { cookies: [carryKey(null)] })
  const view = { key, name: record.name, back: links.to(KEYS_PATH) }
  const head = { title: messages.apiKeys.newKey }
  return page('office/api-key', head, view, { personal: true, cookies: [carryKey(null)] })
}
