import { hash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { drawLetters, readLetters } from '../access/code-letters.js'

const CODE_LENGTH = 10

export const newId = (): string => randomUUID()

/** A secret for signing webhooks, as Standard Webhooks writes it. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** The id of a browser that hears of a producer's orders: the same browser is the same record. */
export const pushDeviceId = (producerId: string, endpoint: string): string =>
  sha256(`${producerId} ${endpoint}`).slice(0, 32)

/** A random order code such as `7K2M9-QX4TB`: 50 bits, opened only together with the phone number. */
export function newOrderCode(): string {
  const letters = drawLetters(CODE_LENGTH)
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** A SKU that we give: `SP-7K2M9QX4`. */
export const newSku = (): string => `SP-${drawLetters(8)}`

/** A random whole number from 0 to 99. */
export const drawPercent = (): number => randomInt(100)

/** An order code as a person may type it. */
export function readOrderCode(typed: string): string {
  const letters = readLetters(typed)
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** True for what can be an order code, as a person may type it. */
export const isOrderCode = (typed: string): boolean => readLetters(typed).length === CODE_LENGTH

/** A random whole number from 0 up to, not including, `below`. */
export { randomInt }
/** What the office has to answer: `PA` for feedback (phản ánh), `YC` for a request about personal data (yêu cầu). */
export type CasePrefix = 'PA' | 'YC'

/** A random code such as `PA-7K2M9-QX4TB`: 50 bits, opened only together with the phone number. */
export const newCaseCode = (prefix: CasePrefix): string => `${prefix}-${newOrderCode()}`

/** Such a code as a person may type it, with or without its prefix. */
export const readCaseCode = (prefix: CasePrefix, typed: string): string =>
  `${prefix}-${readOrderCode(readLetters(typed).slice(-CODE_LENGTH))}`

/** True for what can be such a code, as a person may type it. */
export function isCaseCode(prefix: CasePrefix, typed: string): boolean {
  const letters = readLetters(typed)
  return letters.length === CODE_LENGTH || (letters.length === CODE_LENGTH + 2 && letters.startsWith(prefix))
}

export const sha256 = (text: string): string => hash('sha256', text, 'hex')
