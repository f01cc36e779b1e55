import { fieldError } from '../catalog/errors.js'

/** Bounds in characters (NIST SP 800-63B, OWASP ASVS 5.0 6.2): any characters, no rule of composition, no rotation. */
const PASSWORD_LENGTH = { minimum: 8, maximum: 128 } as const

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The same few characters over and over, or a straight run of them: 11111111, abcabcabc, 12345678. */
function isMonotonous(password: string): boolean {
  const codes = Array.from(password, (character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return new Set(codes).size <= 3 || steps.every((step) => step === steps[0])
}

/** A password that is little more than the person's own phone number, mail address or name. */
function isAboutSelf(password: string, own: readonly string[]): boolean {
  const letters = password.replace(/[^\p{L}\p{N}]/gu, '')
  return own
    .map((fact) => plain(fact).replace(/[^\p{L}\p{N}]/gu, ''))
    .some((fact) => fact.length >= 5 && letters.replace(fact, '').length < 4 && letters.includes(fact))
}

/**
 * Checks a password that somebody wants to use.
 *
 * @param common - Passwords that attackers try first, in lower case.
 * @param own - What is known of the person: name, phone number, mail address.
 * @throws {CatalogError} `INVALID_INPUT` at `path`.
 */
export function checkPassword(
  password: string,
  path: string,
  common: ReadonlySet<string>,
  own: readonly string[] = [],
): void {
  const length = Array.from(password).length
  if (length === 0) throw fieldError(path, 'required')
  if (length < PASSWORD_LENGTH.minimum) throw fieldError(path, 'tooShort', { minimum: PASSWORD_LENGTH.minimum })
  if (length > PASSWORD_LENGTH.maximum) throw fieldError(path, 'tooLong', { maximum: PASSWORD_LENGTH.maximum })
  const text = plain(password)
  if (common.has(text) || isMonotonous(text) || isAboutSelf(text, own)) throw fieldError(path, 'commonPassword')
}
