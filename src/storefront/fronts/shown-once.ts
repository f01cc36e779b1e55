import { hash } from 'node:crypto'
import { seal, unseal } from '../../access/seal.js'
import { deriveSecret } from '../../access/secrets.js'
import { perSpan } from '../../catalog/ports/throttle.js'
import type { SetCookie } from '../cookies/cookies.js'
import { redirect, type RedirectReply } from '../reply.js'
import type { Visit } from '../visit.js'

const COOKIE = 'shown-once'
/** The browser that made a secret fetches the page that shows it at once. */
const SECONDS = 60

/** What a page shows once: a secret, and what it belongs to. */
export type ShownOnce = Readonly<Record<string, string>>

interface Handed {
  readonly path: string
  readonly until: number
  readonly shown: ShownOnce
}

const keyOf = (sessionToken: string): string => deriveSecret(sessionToken, 'shown once').toString('base64url')

/** To be set with the page that shows it. */
export const forgetShown: SetCookie = { name: COOKIE, value: null, prefixed: true }

/**
 * Leads from a form to the page that shows the secret that it made, so that a reload makes no other. The secret goes
 * along in a cookie that this session alone opens: it stands in no address, no history and no store.
 *
 * @param sessionToken - The session's token from this answer on, where it is a new one.
 */
export async function showOnce(
  path: string,
  shown: ShownOnce,
  visit: Visit,
  { sessionToken = visit.sessionToken, cookies = [] }: { sessionToken?: string; cookies?: readonly SetCookie[] } = {},
): Promise<RedirectReply> {
  const until = visit.catalog.now().getTime() + SECONDS * 1000
  const value = await seal({ path, until, shown } satisfies Handed, keyOf(sessionToken))
  return redirect(visit.links.to(path), {
    cookies: [...cookies, { name: COOKIE, value, maxAge: SECONDS, prefixed: true }],
  })
}

/**
 * What {@link showOnce} handed to the page of this address; null when it was shown before, by whichever process of the
 * shop, when its time is over, and for anything else that a browser brings.
 */
export async function takeShown(visit: Visit): Promise<ShownOnce | null> {
  const { catalog, site, path, sessionToken } = visit
  const sealed = visit.secretCookie(COOKIE)
  if (!sealed || sessionToken === '') return null
  const handed = (await unseal(sealed, keyOf(sessionToken)).catch(() => null)) as Handed | null
  const now = catalog.now()
  if (handed?.path !== path || handed.until <= now.getTime()) return null
  // Counted where all processes count, for longer than it could be shown.
  const name = `shown-once ${hash('sha256', sealed, 'base64url')}`
  const { isTaken } = await site.workings.throttle.take([{ name, rule: perSpan(1, 2 * SECONDS * 1000) }], now)
  return isTaken ? handed.shown : null
}
