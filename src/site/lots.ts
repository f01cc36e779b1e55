import type { Actor } from '../access/actor.js'
import { differenceOf } from '../access/audit.js'
import type { DraftRecord } from '../catalog/collections.js'
import { fieldError } from '../catalog/errors.js'
import type { Lot } from '../catalog/packs/lot.js'
import { findVariant } from '../catalog/product.js'
import type { SiteContext } from './context.js'
import { Reaches } from './reaches.js'
import { trail } from './trail.js'

export type LotDraft = Omit<DraftRecord<'lots'>, 'id'> & { readonly id?: string }

const AUDITED = ['number', 'sku', 'madeOn', 'bestBefore', 'soldFrom', 'harvestedOn', 'harvestPlace', 'notes', 'status']

/** The lots of products, behind the QR codes on their packs. */
export class Lots {
  readonly #reaches: Reaches

  constructor(private readonly site: SiteContext) {
    this.#reaches = new Reaches(site)
  }

  /** All lots of a product, the newest first. */
  of(productId: string): readonly Lot[] {
    return this.site.state.listBy('lots', 'product', productId).toReversed()
  }

  /** What the public sees: lots that were not withdrawn, the newest first. */
  shownOf(productId: string): readonly Lot[] {
    return this.of(productId).filter(({ status }) => status !== 'withdrawn')
  }

  find(productId: string, number: string): Lot | null {
    return this.site.state.findHolder('lots', 'number', `${productId} ${number}`)
  }

  /**
   * Adds or changes a lot.
   *
   * @throws {CatalogError} `INVALID_INPUT`; `FORBIDDEN`, `NOT_FOUND`; `DUPLICATE` for a number that the product has.
   */
  save(actor: Actor, draft: LotDraft): Promise<Lot> {
    return this.site.change(() => {
      const product = this.site.state.get('products', draft.productId)
      const name = { what: 'product', id: product.id }
      this.#reaches.require(actor, 'stock.change', product.producerId, name)
      const lot = this.site.draft('lots', { ...draft, id: draft.id ?? this.site.newId() })
      const before = this.site.state.find('lots', lot.id)
      if (before && before.productId !== lot.productId) throw fieldError('productId', 'notFound', { value: product.id })
      if (lot.sku !== undefined && !findVariant(product, lot.sku))
        throw fieldError('sku', 'notFound', { value: lot.sku })
      const holder = this.find(product.id, lot.number)
      if (holder && holder.id !== lot.id) throw fieldError('number', 'duplicate', { value: lot.number })
      const deed = {
        action: 'lots.save',
        subject: { collection: 'lots', id: lot.id },
        ...differenceOf(before, lot, AUDITED),
      }
      return { commit: { puts: [this.site.put('lots', lot)], audit: trail(this.site, actor, deed) }, result: lot }
    })
  }
}
