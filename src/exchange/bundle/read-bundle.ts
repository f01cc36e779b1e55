import { compactVerify, decodeProtectedHeader, errors, importJWK } from 'jose'
import { CatalogError, type ErrorCode } from '../../catalog/errors.js'
import type { ExchangeKey } from '../../catalog/office/exchange-source.js'
import { parse } from '../../catalog/parse.js'
import { BUNDLE_LIMITS, BundleHeader, BundleLine, sha256 } from './bundle-format.js'
import { ALGORITHM } from './signing-key.js'

/** A bundle whose signature and contents were proved. */
export interface ReadBundle {
  readonly header: BundleHeader
  /** By which the next bundle names this one. */
  readonly digest: string
  readonly lines: readonly BundleLine[]
}

const refuse = (code: ErrorCode, details: Record<string, string | number> = {}, cause?: unknown): CatalogError =>
  new CatalogError(code, { details, cause })

function findKey(jws: string, keys: readonly ExchangeKey[]): ExchangeKey {
  let kid: unknown
  try {
    ;({ kid } = decodeProtectedHeader(jws))
  } catch (error) {
    throw refuse('BUNDLE_UNREADABLE', { where: 1 }, error)
  }
  const key = keys.find((one) => one.kid === kid)
  if (!key) throw refuse('BUNDLE_WRONG_KEY', { kid: typeof kid === 'string' ? kid.slice(0, 60) : '–' })
  return key
}

async function verify(jws: string, keys: readonly ExchangeKey[]): Promise<BundleHeader> {
  const key = findKey(jws, keys)
  try {
    const { payload } = await compactVerify(jws, await importJWK(key, ALGORITHM), { algorithms: [ALGORITHM] })
    return parse(BundleHeader, JSON.parse(new TextDecoder().decode(payload)))
  } catch (error) {
    if (error instanceof errors.JOSEError) throw refuse('BUNDLE_TAMPERED', {}, error)
    throw refuse('BUNDLE_UNREADABLE', { where: 1 }, error)
  }
}

function readLine(text: string, number: number): BundleLine {
  try {
    return parse(BundleLine, JSON.parse(text))
  } catch (error) {
    throw refuse('BUNDLE_UNREADABLE', { where: number }, error)
  }
}

/**
 * Proves a bundle before anything in it is believed: the key is one that was accepted, the signature is right, no line is
 * missing and none was changed.
 *
 * @throws {CatalogError} `BUNDLE_WRONG_KEY`, `BUNDLE_TAMPERED`, `BUNDLE_TRUNCATED`; `BUNDLE_UNREADABLE` with the line.
 */
export async function readBundle(bytes: Uint8Array, keys: readonly ExchangeKey[]): Promise<ReadBundle> {
  if (bytes.length > BUNDLE_LIMITS.bytes) throw refuse('BUNDLE_UNREADABLE', { where: BUNDLE_LIMITS.lines })
  const text = new TextDecoder().decode(bytes)
  const end = text.indexOf('\n')
  const jws = end < 0 ? text.trim() : text.slice(0, end)
  const header = await verify(jws, keys)
  const body = end < 0 ? '' : text.slice(end + 1)
  const written = body.split('\n').slice(0, -1)
  if (written.length < header.lines) throw refuse('BUNDLE_TRUNCATED', { lines: written.length, wanted: header.lines })
  if (sha256(body) !== header.sha256) throw refuse('BUNDLE_TAMPERED')
  return { header, digest: sha256(jws), lines: written.map((one, index) => readLine(one, index + 2)) }
}
