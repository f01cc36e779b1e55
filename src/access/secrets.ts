import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'

const SECRET_BYTES = 32

/** A random secret of 256 bits, safe in an address and in a cookie. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url')

/**
 * True for what may serve as a secret that whoever runs a site states: long enough, random rather than a word repeated,
 * and not taken from an example.
 */
export const isRandomSecret = (text: string): boolean =>
  /^\S{32,200}$/.test(text) && new Set(text).size >= 10 && !/change.?me|example|secret|password|default/i.test(text)

/** What is kept of a secret. It is long and random, so that a plain hash suffices. */
export const hashSecret = (secret: string): string => hash('sha256', secret, 'hex')

/** Another secret that follows from one and says nothing of it, such as the token in the forms of a session. */
export const deriveSecret = (secret: string, purpose: string): Buffer =>
  createHmac('sha256', secret).update(purpose).digest()

/** Compares without telling by its time how much was right. */
export function isSameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** A secret that names the account it opens, as it stands in a cookie or a link. */
export interface Credential {
  readonly accountId: string
  readonly secret: string
}

export const writeCredential = ({ accountId, secret }: Credential): string => `${accountId}.${secret}`

/** Null for anything that {@link writeCredential} cannot have written. */
export function readCredential(text: string): Credential | null {
  const parts = /^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{43})$/.exec(text)
  return parts?.[1] && parts[2] ? { accountId: parts[1], secret: parts[2] } : null
}
