import { BUNDLE_TYPE } from '../../exchange/bundle/bundle-format.js'
import { toKeySet } from '../../exchange/bundle/signing-key.js'
import { writeBundle, type Since } from '../../exchange/bundle/write-bundle.js'
import { fieldError } from '../../catalog/errors.js'
import { notFound } from '../refusal.js'
import { json } from '../reply.js'
import { get, type Handler, type Route } from '../route.js'
import { limitBundles } from '../limits/limits.js'
import type { Visit } from '../visit.js'

function signerOf({ site }: Visit) {
  if (!site.bundleSigner) throw notFound()
  return site.bundleSigner
}

/** The keys that bundles are signed with (RFC 7517). */
const keySet: Handler = (visit) => json(toKeySet(signerOf(visit)), { cacheControl: 'public, max-age=300' })

/** The bundle that the asking site has; null when it asks for the whole catalog. */
function readSince({ query }: Visit): Since | null {
  const since = query.get('since')
  if (since === null) return null
  const [digest, at] = [query.get('previous') ?? '', new Date(query.get('at') ?? '')]
  if (!/^\d{1,15}$/.test(since)) throw fieldError('since', 'badFormat', { example: '1200' })
  if (!/^[0-9a-f]{64}$/.test(digest)) throw fieldError('previous', 'badFormat', { example: 'ab…, 64' })
  if (Number.isNaN(at.getTime())) throw fieldError('at', 'badFormat', { example: '2026-11-26T12:00:00.000Z' })
  return { sequence: Number(since), digest, issuedAt: at }
}

/** What this site publishes of its own: all of it, or what has changed since a bundle. */
const bundle: Handler = async (visit) => {
  const signer = signerOf(visit)
  const body = await writeBundle(visit.catalog, signer, visit.links.absolute(''), readSince(visit))
  return { kind: 'body', type: BUNDLE_TYPE, body, cacheControl: 'no-store' }
}

/** What other sites ask for; there only where the site has a key. */
export const exchangeRoutes: readonly Route[] = [
  get('/.well-known/jwks.json', keySet),
  get('/exchange/v1/bundle', bundle, { guard: limitBundles }),
]
