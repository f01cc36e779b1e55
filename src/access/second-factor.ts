import { Secret, TOTP } from 'otpauth'
import type { Authenticator } from '../catalog/account.js'
import { toInstant } from '../catalog/day.js'
import { deriveSecret } from './secrets.js'

const PERIOD_SECONDS = 30
const SECRET_BYTES = 20
/** Codes of this many steps before and after now are taken: clocks of phones differ. */
const STEPS_ASIDE = 1

const totp = (secret: string): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS })

/**
 * The secret offered to an app while it is being set up. It follows from the session, so nothing is stored until the
 * first code proves that the app has it; the session is renewed with that.
 */
export const offeredSecret = (sessionSecret: string): string => {
  const bytes = Uint8Array.from(deriveSecret(sessionSecret, 'authenticator').subarray(0, SECRET_BYTES))
  return new Secret({ buffer: bytes.buffer }).base32
}

/** The `otpauth://` address that an app reads from a QR code. */
export const toAppAddress = (secret: string, issuer: string, label: string): string =>
  new TOTP({
    secret: Secret.fromBase32(secret),
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  }).toString()

/** A code as people type it: spaces inside, full-width digits. */
const readCode = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '')

/** The time step of a right code that was not taken before; null otherwise. */
export function stepOfCode(secret: string, typed: string, lastStep: number, now: Date): number | null {
  const token = readCode(typed)
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(secret).validate({ token, timestamp: now.getTime(), window: STEPS_ASIDE })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
  return step > lastStep ? step : null
}

/** The authenticator that a first right code confirms; null when the code is wrong. */
export function confirmAuthenticator(secret: string, typed: string, now: Date): Authenticator | null {
  const step = stepOfCode(secret, typed, 0, now)
  return step === null ? null : { secret, lastStep: step, since: toInstant(now) }
}
