import type { Account, OneTimeLink } from '../catalog/account.js'
import { isStillAhead } from '../catalog/clock-set-back.js'
import { toInstant } from '../catalog/day.js'
import { hashSecret, isSameSecret } from './secrets.js'

const HOUR = 3_600_000

/** How long a link can be used: an invitation may lie in an inbox for a while, a new password is wanted at once. */
export const LINK_LASTS = { invite: 7 * 24 * HOUR, reset: 24 * HOUR } as const

export const newLink = (purpose: OneTimeLink['purpose'], secret: string, now: Date): OneTimeLink => ({
  purpose,
  hash: hashSecret(secret),
  expiresAt: toInstant(new Date(now.getTime() + LINK_LASTS[purpose])),
})

/** The link of an account that a secret opens; null when it was used, has run out, or the account is shut. */
export function findLink({ status, links }: Account, secret: string, now: Date): OneTimeLink | null {
  if (status === 'disabled') return null
  const hash = hashSecret(secret)
  const link = links.find((candidate) => isSameSecret(candidate.hash, hash))
  return link && isStillAhead(Date.parse(link.expiresAt), now.getTime(), LINK_LASTS[link.purpose]) ? link : null
}
