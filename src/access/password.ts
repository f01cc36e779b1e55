import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { isSameSecret } from './secrets.js'

/** The work of one hash: N = 2^ln, block size r, parallelism p (RFC 7914). */
export interface PasswordCost {
  readonly ln: number
  readonly r: number
  readonly p: number
}

/** One of the equally strong settings of the OWASP Password Storage Cheat Sheet; takes 32 MB for a moment. */
const PASSWORD_COST: PasswordCost = { ln: 15, r: 8, p: 3 }

const SALT_BYTES = 16
const HASH_BYTES = 32
const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)
const toText = (bytes: Buffer): string => bytes.toString('base64').replace(/={1,2}$/, '')

/** The same password whichever keyboard it was typed on: é as one character or as two is one password (NFKC). */
const normal = (password: string): string => password.normalize('NFKC')

const work = (password: string, salt: Buffer, { ln, r, p }: PasswordCost): Promise<Buffer> =>
  derive(normal(password), salt, HASH_BYTES, { N: 2 ** ln, r, p, maxmem: 256 * r * 2 ** ln + 2 ** 20 })

/** Hashes a password into PHC form with a salt of its own. */
export async function hashPassword(password: string, cost: PasswordCost = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await work(password, salt, cost)
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${toText(salt)}$${toText(hash)}`
}

function readPhc(phc: string): { cost: PasswordCost; salt: Buffer; hash: string } | null {
  const parts = PHC.exec(phc)
  if (!parts) return null
  const [, ln, r, p, salt = '', hash = ''] = parts
  return { cost: { ln: Number(ln), r: Number(r), p: Number(p) }, salt: Buffer.from(salt, 'base64'), hash }
}

/** True when the password is the one that was hashed. */
export async function isPassword(password: string, phc: string): Promise<boolean> {
  const kept = readPhc(phc)
  return kept !== null && isSameSecret(toText(await work(password, kept.salt, kept.cost)), kept.hash)
}

/** True when a hash was made with other work than is asked today: it is renewed when the password is typed next. */
export function isOutdated(phc: string, cost: PasswordCost = PASSWORD_COST): boolean {
  const kept = readPhc(phc)?.cost
  return kept?.ln !== cost.ln || kept.r !== cost.r || kept.p !== cost.p
}
