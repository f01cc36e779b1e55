import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'

/** Letters and digits that are not mistaken for each other when read aloud or copied by hand (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 10

export const newId = (): string => randomUUID()

/** A secret for signing webhooks, as Standard Webhooks writes it. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** A random order code such as `7K2M9-QX4TB`: 50 bits, opened only together with the phone number. */
export function newOrderCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)])
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

/** A SKU that we give: `SP-7K2M9QX4`. */
export const newSku = (): string =>
  `SP-${Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`

/** A random whole number from 0 to 99. */
export const drawPercent = (): number => randomInt(100)

/** Letters and digits of a code as a person may type it: small letters, spaces, no hyphen, O for 0, I and L for 1. */
const readLetters = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

/** An order code as a person may type it. */
export function readOrderCode(typed: string): string {
  const letters = readLetters(typed)
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** A random whole number from 0 up to, not including, `below`. */
export { randomInt }
/** What the office has to answer: `PA` for feedback (phản ánh), `YC` for a request about personal data (yêu cầu). */
export type CasePrefix = 'PA' | 'YC'

/** A random code such as `PA-7K2M9-QX4TB`: 50 bits, opened only together with the phone number. */
export const newCaseCode = (prefix: CasePrefix): string => `${prefix}-${newOrderCode()}`

/** Such a code as a person may type it, with or without its prefix. */
export const readCaseCode = (prefix: CasePrefix, typed: string): string =>
  `${prefix}-${readOrderCode(readLetters(typed).slice(-CODE_LENGTH))}`

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
