import { chmod, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createPrivateKey, generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { JWK } from 'jose'
import { calculateJwkThumbprint } from 'jose/jwk/thumbprint'
import { CatalogError } from '../../catalog/errors.js'
import { ExchangeKey } from '../../catalog/office/exchange-source.js'
import { parse } from '../../catalog/parse.js'
import { makeFolder } from '../../files/make-folder.js'

/** `EdDSA` with an Ed25519 key (RFC 8037). */
export const ALGORITHM = 'EdDSA'

/** With what a site signs its bundles. */
export interface BundleSigner {
  /** The public half, as it is published. */
  readonly key: ExchangeKey
  /** A compact JWS over these bytes. */
  sign(payload: string): Promise<string>
}

async function toSigner(secret: JWK): Promise<BundleSigner> {
  const kid = await calculateJwkThumbprint(secret)
  const { kty, crv, x } = secret
  const key = parse(ExchangeKey, { kty, crv, x, kid })
  const privateKey = createPrivateKey({ key: secret, format: 'jwk' })
  return {
    key,
    sign: async (payload) => {
      const { CompactSign } = await import('jose')
      return new CompactSign(new TextEncoder().encode(payload))
        .setProtectedHeader({ alg: ALGORITHM, kid })
        .sign(privateKey)
    },
  }
}

/**
 * The site's key from a file that only its owner may read; made when there is none.
 *
 * @throws {CatalogError} `BUNDLE_KEY_UNUSABLE` when the file holds no Ed25519 key.
 */
export async function openSigner(file: string): Promise<BundleSigner> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const { privateKey } = await promisify(generateKeyPair)('ed25519')
    text = JSON.stringify(privateKey.export({ format: 'jwk' }))
    await makeFolder(dirname(file))
    try {
      await writeFile(file, text, { mode: 0o600, flag: 'wx' })
    } catch (raced) {
      // Another process has just made it.
      if ((raced as NodeJS.ErrnoException).code !== 'EEXIST') throw raced
      text = await readFile(file, 'utf8')
    }
    await chmod(file, 0o600)
  }
  try {
    return await toSigner(JSON.parse(text) as JWK)
  } catch (error) {
    throw new CatalogError('BUNDLE_KEY_UNUSABLE', { details: { file }, cause: error })
  }
}

/** The key set that a site publishes under `/.well-known/jwks.json`. */
export const toKeySet = ({ key }: BundleSigner) => ({ keys: [{ ...key, use: 'sig', alg: ALGORITHM }] })
