import { CatalogError } from '../../catalog/errors.js'
import type { Actor } from '../../access/actor.js'
import type { Catalog } from '../../site/catalog.js'
import { pullSource } from './take-bundle.js'

/**
 * Asks each source that is on and was not asked by itself for so long, in milliseconds; of several processes one asks.
 * What a source did wrong is kept with it, and the others are asked nevertheless.
 */
export async function pullDue(catalog: Catalog, actor: Actor, every: number, signal?: AbortSignal): Promise<void> {
  for (const { id } of catalog.exchange.sources()) {
    const source = signal?.aborted === true ? null : await catalog.exchange.claim(id, every)
    if (!source) continue
    try {
      await pullSource(catalog, actor, source, signal)
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error
    }
  }
}
