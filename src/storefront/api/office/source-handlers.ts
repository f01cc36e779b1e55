import type * as z from 'zod'
import { requireRight } from '../../../access/rights.js'
import type { Actor } from '../../../access/actor.js'
import type { officeRecordOperations } from '../../../api/operations/office-records.js'
import type { ExchangeSource as SourceSchema } from '../../../api/schemas/office/source.js'
import { fieldError } from '../../../catalog/errors.js'
import type { ExchangeSource } from '../../../catalog/office/exchange-source.js'
import { fetchKeys } from '../../../exchange/bundle/key-set.js'
import { pullSource } from '../../../exchange/bundle/take-bundle.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'

type Part = Pick<typeof officeRecordOperations, 'listSources' | 'acceptSource' | 'pullSource' | 'resetSource'>

const toSource = (source: ExchangeSource): z.input<typeof SourceSchema> => {
  const { id, version, name, site, keys, status, latest, failure } = source
  return {
    id,
    version,
    name,
    site,
    keys: keys.map(({ kid }) => kid),
    status,
    latest: latest ? { sequence: latest.sequence, issuedAt: latest.issuedAt, takenAt: latest.takenAt } : null,
    failure: failure ?? null,
  }
}

const requireManaging = (actor: Actor): void => requireRight(actor, 'exchange.manage', { kind: 'country' })

/** Other sites whose signed catalogs are shown here. */
export const sourceHandlers: HandlersOf<Part> = {
  listSources: ({ actor, query, visit }) => {
    requireManaging(actor)
    const { entries, next } = takePage(visit.catalog.exchange.sources(), query)
    return { body: { next, sources: entries.map(toSource) } }
  },

  acceptSource: async ({ actor, body, visit: { catalog } }) => {
    requireManaging(actor)
    const { id, name, key } = body
    const site = body.site.endsWith('/') ? body.site.slice(0, -1) : body.site
    const keys = (await fetchKeys(catalog, site)).filter(({ kid }) => kid === key)
    if (keys.length === 0) throw fieldError('key', 'notFound', { value: key.slice(0, 60) })
    return { body: toSource(await catalog.exchange.accept(actor, { id, name, site, keys })) }
  },

  pullSource: async ({ actor, params, visit: { catalog } }) => {
    requireManaging(actor)
    return { body: await pullSource(catalog, actor, catalog.state.get('exchangeSources', params.id)) }
  },

  resetSource: async ({ actor, params, visit }) => ({
    body: toSource(await visit.catalog.exchange.reset(actor, params.id)),
  }),
}
