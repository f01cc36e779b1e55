import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { RecoveryCodes } from '../catalog/account.js'
import { drawLetters, readLetters } from './code-letters.js'
import { isSameSecret } from './secrets.js'

const CODES = 10
const LETTERS = 12
const derive = promisify<string, string, number, object, Buffer>(scrypt)

/** One derivation checks all codes of an account, so its work may be large for 60 random bits. */
const hashCode = async (code: string, salt: string): Promise<string> =>
  (await derive(code, salt, 32, { N: 2 ** 14, r: 8, p: 1 })).toString('hex')

/** Ten fresh codes, such as `7K2M-9QX4-TB0C`, and what is kept of them. */
export async function newRecoveryCodes(): Promise<{ codes: readonly string[]; kept: RecoveryCodes }> {
  const salt = randomBytes(16).toString('base64url')
  const letters = Array.from({ length: CODES }, () => drawLetters(LETTERS))
  const hashes = await Promise.all(letters.map((code) => hashCode(code, salt)))
  return { codes: letters.map((code) => code.replace(/(.{4})(?=.)/g, '$1-')), kept: { salt, hashes } }
}

/** The codes that are left once a right one is used up; null when it is none of them. */
export async function useRecoveryCode(kept: RecoveryCodes, typed: string): Promise<RecoveryCodes | null> {
  const code = readLetters(typed)
  if (code.length !== LETTERS) return null
  const hash = await hashCode(code, kept.salt)
  const hashes = kept.hashes.filter((candidate) => !isSameSecret(candidate, hash))
  return hashes.length < kept.hashes.length ? { ...kept, hashes } : null
}
