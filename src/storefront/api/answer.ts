import { hash } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Operation } from '../../api/operation.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Assets } from '../assets.js'
import type { Site } from '../site.js'
import type { BodyReply } from '../reply.js'
import { send } from '../answer/respond.js'
import { toVisit, type Visit } from '../visit.js'
import { tokenOf } from '../request/api-key.js'
import { callerOf } from './bearer.js'
import type { Call, Outcome } from './handlers.js'
import { contentOfRequest, keyOf, scopeOfKey } from './idempotency.js'
import { readCall } from './read-call.js'
import type { Replays, Sent } from './replays.js'

type Run = (call: Call<Operation>) => Outcome<Operation> | Promise<Outcome<Operation>>

/** Reads may be kept if they are asked for again each time; what a key opens, and what changes something, by nobody else. */
function cachingOf({ method, scope }: Operation, { cacheControl }: Outcome<Operation>): string {
  if (method !== 'get') return 'no-store'
  return scope === undefined ? (cacheControl ?? 'no-cache') : 'private, no-cache'
}

/** By the record's version where there is one, so that it can be named by If-Match; otherwise by what is answered. */
const etagOf = (body: Buffer, version: number | undefined): string =>
  version === undefined ? `W/"${hash('sha256', body, 'base64url').slice(0, 22)}"` : `"v${version}"`

/** Asked of here and not by Express, which takes the `no-cache` that `fetch` adds for a wish to have it all anew. */
function isKnown(etag: string, header: string | undefined): boolean {
  const bare = (one: string): string => one.trim().replace(/^W\//, '')
  return header !== undefined && header.split(',').some((one) => one.trim() === '*' || bare(one) === bare(etag))
}

function toSent(operation: Operation, outcome: Outcome<Operation>, visit: Visit): Sent & { cacheControl: string } {
  const { version, location, replayed } = outcome
  const body = Buffer.from(JSON.stringify(outcome.body))
  const etag = operation.method === 'get' || version !== undefined ? etagOf(body, version) : null
  const isUnchanged = operation.method === 'get' && etag !== null && isKnown(etag, visit.header('if-none-match'))
  return {
    status: isUnchanged ? 304 : (operation.status ?? 200),
    body: isUnchanged ? Buffer.alloc(0) : body,
    cacheControl: cachingOf(operation, outcome),
    headers: {
      ...(etag === null ? {} : { etag }),
      ...(location === undefined ? {} : { location: visit.links.to(location) }),
      ...(replayed ? { 'idempotent-replayed': 'true' } : {}),
    },
  }
}

const asRepeated = (sent: Sent): Sent => ({ ...sent, headers: { ...sent.headers, 'idempotent-replayed': 'true' } })

const toReply = ({ status, headers, body }: Sent, cacheControl = 'no-store'): BodyReply => ({
  kind: 'body',
  type: 'application/json; charset=utf-8',
  status,
  headers,
  body,
  cacheControl,
})

/** A change based on an old version is refused the same way, whether it was seen at once or on committing. */
const asChanged = (error: unknown, { conditional }: Operation): unknown =>
  conditional && error instanceof CatalogError && error.code === 'CONFLICT'
    ? new CatalogError('VERSION_CHANGED', { cause: error })
    : error

/** Makes an Express handler of an operation: who calls, what was sent, what is answered, once for each Idempotency-Key. */
export const toOperationHandler =
  (operation: Operation, run: Run, replays: Replays, site: Site, assets: Assets): RequestHandler =>
  async (request, response) => {
    const visit = toVisit(request, site)
    const { actor, key: apiKey } = await callerOf(operation, request.get('authorization'), site.catalog)
    if (apiKey)
      site.catalog.apiKeys
        .touch(apiKey)
        .catch((error: unknown) => site.onError(error, { method: request.method, path: request.path }))
    response.vary(operation.scope === undefined ? 'Accept-Language' : 'Accept-Language, Authorization')
    const answer = async (): Promise<Sent & { cacheControl: string }> => {
      const call = readCall(operation, visit, actor)
      const work = async () => run(call)
      const { changes } = operation
      const seen = changes && call.seen !== null ? { collection: changes, version: call.seen } : null
      return toSent(operation, await (seen ? site.workings.seen.run(seen, work) : work()), visit)
    }
    const key = keyOf(operation, visit)
    if (key === null) {
      const sent = await answer().catch((error: unknown) => {
        throw asChanged(error, operation)
      })
      send(toReply(sent, sent.cacheControl), visit, assets, request, response)
      return
    }
    const scoped = scopeOfKey(key, apiKey?.id ?? '', visit)
    const content = contentOfRequest(visit)
    const before = replays.begin(scoped, content, Date.now())
    if (before) {
      send(toReply(asRepeated(before)), visit, assets, request, response)
      return
    }
    try {
      const secret = `${tokenOf(request.get('authorization'))} ${key}`
      const { outcome, isRepeat } = operation.keepsKey
        ? { outcome: await answer(), isRepeat: false }
        : await site.workings.requests.run({ key: scoped, content, secret }, answer)
      const sent = isRepeat ? asRepeated(outcome) : outcome
      replays.end(scoped, sent)
      send(toReply(sent), visit, assets, request, response)
    } catch (error) {
      replays.end(scoped, null)
      throw asChanged(error, operation)
    }
  }
