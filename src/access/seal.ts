import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { deriveSecret } from './secrets.js'

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Closes what can be written as JSON, so that only the secret opens it: base64. */
export async function seal(value: unknown, secret: string): Promise<string> {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, deriveSecret(secret, 'seal'), iv)
  const text = await promisify(deflateRaw)(JSON.stringify(value))
  const closed = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64')
}

/** Opens what {@link seal} closed. @throws {Error} with another secret. */
export async function unseal(sealed: string, secret: string): Promise<unknown> {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv(ALGORITHM, deriveSecret(secret, 'seal'), bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  return JSON.parse(String(await promisify(inflateRaw)(text))) as unknown
}
