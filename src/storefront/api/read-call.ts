import type { Actor } from '../../access/actor.js'
import type { Operation } from '../../api/operation.js'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import { parse } from '../../catalog/parse.js'
import type { Visit } from '../visit.js'
import type { Call } from './handlers.js'
import { readParams, readQuery } from './parameters.js'

/** Somebody without any role: what is open to everybody asks for no right. */
export const NOBODY: Actor = { kind: 'person', accountId: 'nobody' as never, name: 'API', memberships: [] }

function readJson(text: string): unknown {
  if (text === '') throw new CatalogError('NOT_JSON')
  try {
    return JSON.parse(text)
  } catch (error) {
    const [, at] = /position (\d+)/.exec(String(error)) ?? []
    const before = text.slice(0, at === undefined ? undefined : Number(at)).split('\n')
    throw fieldError('', 'notJson', { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 })
  }
}

/** The version that If-Match names: the ETag of the record as it was read, or `*` for any. */
function readSeen(header: string | undefined, need: 'required' | 'heeded'): number | null {
  if (header === undefined || header.trim() === '') {
    if (need === 'heeded') return null
    throw new CatalogError('VERSION_MISSING')
  }
  if (header.trim() === '*') return null
  const version = /^(?:W\/)?"v(\d{1,9})"$/.exec(header.trim())?.[1]
  if (version === undefined) throw new CatalogError('VERSION_CHANGED')
  return Number(version)
}

/**
 * Checks all that a request brought, by the definition of its operation.
 *
 * @throws {CatalogError} `INVALID_INPUT`, `NOT_JSON`, `VERSION_MISSING`, `VERSION_CHANGED`.
 */
export function readCall(operation: Operation, visit: Visit, actor: Actor): Call<Operation> {
  const { params, query, body, conditional } = operation
  const parsed = {
    params: params && readParams(params, visit.params),
    query: query && readQuery(query, visit.query),
    body: body && parse(body, readJson(visit.jsonText)),
  }
  const membership = actor.kind === 'person' ? actor.memberships[0] : undefined
  return {
    visit,
    ...parsed,
    actor,
    producerId: membership?.front === 'producer' ? membership.producerId : '',
    seen: conditional ? readSeen(visit.header('if-match'), conditional) : null,
  } as Call<Operation>
}
