import type { Sku } from '../catalog/ids.js'
import type { Product } from '../catalog/product.js'
import type { ProductDraft } from '../catalog/submission.js'

/** A product as a draft of itself: where a change of it begins. */
export const draftOf = ({
  name,
  description,
  classification,
  origin,
  variants,
  photos,
  labelFacts,
}: Product): ProductDraft => ({
  name,
  ...(description === undefined ? {} : { description }),
  classification,
  origin,
  variants: variants.map(({ sku, name: variantName, packSize, price, gtin }) => ({
    sku,
    ...(variantName === undefined ? {} : { name: variantName }),
    packSize,
    price,
    ...(gtin === undefined ? {} : { gtin }),
  })),
  photos,
  labelFacts,
})

/** A draft of another product like this one: the facts of the label and the packs stay, SKUs and bar codes are new. */
export const copyOf = (draft: ProductDraft, newSku: () => string): ProductDraft => ({
  ...draft,
  photos: [],
  variants: draft.variants.map(({ name, packSize, price }) => ({ sku: newSku() as Sku, name, packSize, price })),
})

/** Where a new product begins. */
export const emptyDraft = (origin: ProductDraft['origin'] | null): ProductDraft => ({
  ...(origin ? { origin } : {}),
  classification: null,
  variants: [],
  photos: [],
  labelFacts: {},
})
