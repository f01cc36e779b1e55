import { randomBytes, randomInt, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { RecoveryCodes } from '../catalog/account.js'
import { isSameSecret } from './secrets.js'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODES = 10
const LETTERS = 12
const derive = promisify<string, string, number, object, Buffer>(scrypt)

/** One derivation checks all codes of an account, so its work may be large for 60 random bits. */
const hashCode = async (code: string, salt: string): Promise<string> =>
  (await derive(code, salt, 32, { N: 2 ** 14, r: 8, p: 1 })).toString('hex')

/** A code as it may be typed from paper: small letters, O for 0, I and L for 1, with or without hyphens. */
const readCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

/** Ten fresh codes, such as `7K2M-9QX4-TB0C`, and what is kept of them. */
export async function newRecoveryCodes(): Promise<{ codes: readonly string[]; kept: RecoveryCodes }> {
  const salt = randomBytes(16).toString('base64url')
  const letters = Array.from({ length: CODES }, () =>
    Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  )
  const hashes = await Promise.all(letters.map((code) => hashCode(code, salt)))
  return { codes: letters.map((code) => code.replace(/(.{4})(?=.)/g, '$1-')), kept: { salt, hashes } }
}

/** The codes that are left once a right one is used up; null when it is none of them. */
export async function useRecoveryCode(kept: RecoveryCodes, typed: string): Promise<RecoveryCodes | null> {
  const code = readCode(typed)
  if (code.length !== LETTERS) return null
  const hash = await hashCode(code, kept.salt)
  const hashes = kept.hashes.filter((candidate) => !isSameSecret(candidate, hash))
  return hashes.length < kept.hashes.length ? { ...kept, hashes } : null
}
