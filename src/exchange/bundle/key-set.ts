import * as z from 'zod'
import { calculateJwkThumbprint } from 'jose'
import { CatalogError } from '../../catalog/errors.js'
import type { ExchangeKey } from '../../catalog/office/exchange-source.js'
import type { Catalog } from '../../site/catalog.js'

const MOST_BYTES = 64 * 1024
const KeySet = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), crv: z.string().optional(), x: z.string().optional() })).max(50),
})

/**
 * The Ed25519 keys that a site publishes. Whoever accepts them should compare their thumbprints with what the site's
 * people say by another way.
 *
 * @throws {CatalogError} `ADDRESS_REFUSED`, `NO_ANSWER`; `BUNDLE_WRONG_KEY` when there is none.
 */
export async function fetchKeys(catalog: Catalog, site: string): Promise<readonly ExchangeKey[]> {
  const bytes = await catalog.exchange.fetch(`${site}/.well-known/jwks.json`, MOST_BYTES)
  const parsed = KeySet.safeParse(parseJson(bytes))
  const found = (parsed.success ? parsed.data.keys : []).filter(({ kty, crv }) => kty === 'OKP' && crv === 'Ed25519')
  const keys = await Promise.all(
    found.slice(0, 5).map(async ({ x = '' }) => {
      const key = { kty: 'OKP', crv: 'Ed25519', x } as const
      return { ...key, kid: await calculateJwkThumbprint(key) }
    }),
  )
  if (keys.length === 0) throw new CatalogError('BUNDLE_WRONG_KEY', { details: { kid: '–' } })
  return keys
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
