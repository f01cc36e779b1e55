import { parseRecord, type CatalogCollection, type CatalogRecords, type DraftRecord } from '../catalog/collections.js'
import { dayAt, toInstant, type Day } from '../catalog/day.js'
import { hasPages, keepFormerSlugs } from '../catalog/former-slugs.js'
import { rememberPrices } from '../catalog/prices/past-prices.js'
import type { Product } from '../catalog/product.js'
import type { CatalogState } from '../catalog/state.js'
import type { Put } from '../catalog/store.js'
import { newId as randomId } from './codes.js'

/** Makes records that follow those of the moment, ready to be committed. */
export class Drafting {
  constructor(
    readonly state: CatalogState,
    readonly now: () => Date,
    readonly newId: () => string = randomId,
  ) {}

  readonly today = (): Day => dayAt(this.now())

  /**
   * The record that follows the one of this id, checked by its schema; a product remembers its prices.
   *
   * @throws {CatalogError} `INVALID_INPUT` with one issue per fault.
   */
  draft<C extends CatalogCollection>(collection: C, draft: DraftRecord<C>): CatalogRecords[C] {
    const previous = this.state.find(collection, (draft as { id: string }).id)
    const addressed = hasPages(collection) ? keepFormerSlugs(draft, previous) : draft
    const stamped = { ...addressed, version: (previous?.version ?? 0) + 1, changedAt: toInstant(this.now()) }
    const record = parseRecord(collection, stamped)
    return collection === 'products'
      ? (rememberPrices(previous as Product | null, record as Product, this.today()) as CatalogRecords[C])
      : record
  }

  /** A record as part of a commit. */
  readonly put = <C extends CatalogCollection>(collection: C, record: CatalogRecords[C]): Put =>
    ({ collection, record }) as Put
}
