import type { CatalogChanges } from '../../catalog/changes.js'
import type { Catalog } from '../../site/catalog.js'

/** Saves what there is to save: without changes nothing is written and the catalog's revision stays. */
export async function saveChanges(catalog: Catalog, changes: CatalogChanges): Promise<void> {
  const drafts = Object.values(changes) as readonly (readonly unknown[])[]
  if (drafts.some((list) => list.length > 0)) await catalog.save(changes)
}
