import type { Account, AccountSession } from '../catalog/account.js'
import { isFromLater } from '../catalog/clock-set-back.js'
import { toInstant } from '../catalog/day.js'
import { hashSecret, isSameSecret } from './secrets.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long a session lasts when nothing is done in it, and at most, in milliseconds. */
export interface SessionLimits {
  readonly idle: number
  readonly absolute: number
}

/**
 * Offices see other people's data and work at a desk; producers see their own, on a phone that is theirs. A session that
 * still lacks its one-time code lasts as long as it takes to type one.
 */
const SESSION_LIMITS = {
  office: { idle: HOUR, absolute: 12 * HOUR },
  producer: { idle: 14 * DAY, absolute: 90 * DAY },
  unconfirmed: { idle: 15 * MINUTE, absolute: 15 * MINUTE },
} as const satisfies Record<string, SessionLimits>

const MOST_SESSIONS = 10

/** True for accounts whose password alone opens nothing: those of offices, and all who have set up an app. */
const needsSecondFactor = ({ memberships, authenticator }: Account): boolean =>
  authenticator !== undefined || memberships.some(({ front }) => front === 'office')

/** True when everything was given that this account asks for. */
export const isComplete = (session: AccountSession, account: Account): boolean =>
  session.secondFactor || !needsSecondFactor(account)

function limitsOf(session: AccountSession, account: Account): SessionLimits {
  if (!isComplete(session, account)) return SESSION_LIMITS.unconfirmed
  return account.memberships.some(({ front }) => front === 'office') ? SESSION_LIMITS.office : SESSION_LIMITS.producer
}

/**
 * True while neither the idle nor the absolute time has run out. One that was seen later than now was seen before the
 * clock was set back: it would outlast its time by as much.
 */
function isOpen(session: AccountSession, account: Account, now: Date): boolean {
  const { idle, absolute } = limitsOf(session, account)
  const [at, seen] = [now.getTime(), Date.parse(session.seenAt)]
  return at - seen < idle && at - Date.parse(session.createdAt) < absolute && !isFromLater(seen, at)
}

/** True when the time at which the session was last seen is worth writing: a tenth of the idle time has passed. */
export const isSeenLongAgo = (session: AccountSession, account: Account, now: Date): boolean =>
  now.getTime() - Date.parse(session.seenAt) >= limitsOf(session, account).idle / 10

/** The open session of an account that a secret opens; null when there is none or the account is shut. */
export function findSession(account: Account, secret: string, now: Date): AccountSession | null {
  if (account.status !== 'active' && account.status !== 'pending') return null
  const hash = hashSecret(secret)
  const session = account.sessions.find((candidate) => isSameSecret(candidate.hash, hash))
  return session && isOpen(session, account, now) ? session : null
}

/** A session that begins now. */
export function newSession(
  facts: Pick<AccountSession, 'id' | 'secondFactor' | 'browser'> & { readonly secret: string },
  now: Date,
): AccountSession {
  const { secret, ...rest } = facts
  const at = toInstant(now)
  return { ...rest, hash: hashSecret(secret), createdAt: at, seenAt: at }
}

/** The sessions that have not run out. */
export const openSessions = (account: Account, now: Date): AccountSession[] =>
  account.sessions.filter((session) => isOpen(session, account, now))

/** The sessions with one more; those that have run out are left behind, and the oldest when there are too many. */
export const withSession = (account: Account, session: AccountSession, now: Date): AccountSession[] =>
  [...openSessions(account, now).filter(({ id }) => id !== session.id), session].slice(-MOST_SESSIONS)
