import type { Actor } from '../../access/actor.js'
import { differenceOf } from '../../access/audit.js'
import { requireRight } from '../../access/rights.js'
import type { DraftRecord } from '../../catalog/collections.js'
import { fieldError } from '../../catalog/errors.js'
import { findVariant, type Product, type Variant } from '../../catalog/product.js'
import type { SiteContext } from '../context.js'
import { requireForProducer, trail } from '../trail.js'

type VariantDraft = DraftRecord<'products'>['variants'][number]

/** What can be said anew of a variant's price; null takes a rule away, what is left out stays as it is. */
export type PriceChange = {
  readonly [K in 'sale' | 'buyMore' | 'vatRate' | 'shippingWeight']?: VariantDraft[K] | null
} & { readonly price?: VariantDraft['price'] | undefined }

/** Prices and the rules that lower them, variant by variant. */
export class Prices {
  constructor(private readonly site: SiteContext) {}

  /**
   * Changes the price of one variant, its sale, buy-more rules, VAT rate or shipping weight.
   *
   * @throws {CatalogError} `FORBIDDEN`; `INVALID_INPUT` at `sku` for an unknown one, and at the product's field for the rest.
   */
  change(actor: Actor, sku: string, change: PriceChange): Promise<Product> {
    const { site } = this
    return site.change(() => {
      const found = site.state.findBySku(sku)
      if (!found) throw fieldError('sku', 'notFound', { value: sku })
      const { product } = found
      if (product.producerId) requireForProducer(site, actor, 'stock.change', product.producerId)
      else requireRight(actor, 'stock.change', { kind: 'country' })
      const variants = product.variants.map((variant) => (variant.sku === sku ? changed(variant, change) : variant))
      const record = site.draft('products', { ...product, variants })
      const difference = differenceOf(found.variant, findVariant(record, found.variant.sku) ?? {}, RULES)
      const audit = trail(site, actor, {
        action: 'products.price',
        subject: { collection: 'products', id: product.id },
        before: { sku, ...difference.before },
        after: { sku, ...difference.after },
      })
      return { commit: { puts: [site.put('products', record)], audit }, result: record }
    })
  }
}

const RULES = ['price', 'sale', 'buyMore', 'vatRate', 'shippingWeight'] as const satisfies readonly (keyof Variant)[]

function changed(variant: Variant, change: PriceChange): VariantDraft {
  const kept = Object.entries(variant).filter(([field]) => change[field as keyof PriceChange] === undefined)
  const fresh = Object.entries(change).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries([...kept, ...fresh]) as VariantDraft
}
