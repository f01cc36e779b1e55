import { createHash } from 'node:crypto'
import * as z from 'zod'
import { PackSize } from '../../catalog/packs/pack-size.js'
import { GroupCode, SetNumber } from '../../catalog/product-groups.js'
import { localizedLine } from '../../catalog/text.js'
import { Price } from '../../catalog/vnd.js'
import type { DraftOf } from '../import/staging.js'

type ProductDraft = DraftOf<'products'>

const Pack = PackSize.extend({ name: localizedLine(100).optional(), price: z.tuple([Price, Price]) })

/** Pack sizes and prices for the products whose name holds one of the words and that are in one of the sets or groups. */
const OfferRule = z.strictObject({
  words: z.array(z.string()).optional(),
  sets: z.array(SetNumber).optional(),
  groups: z.array(GroupCode).optional(),
  packs: z.array(Pack),
})

/** The shape of `data/sample/illustrative-offers.json`: made up for show, and said so wherever a person sees them. */
export const OffersFile = z.strictObject({ about: localizedLine(500), rules: z.array(OfferRule) })
export type OffersFile = z.infer<typeof OffersFile>

export interface Offer {
  readonly variants: ProductDraft['variants']
  /** Units of each variant. */
  readonly stock: readonly { readonly sku: string; readonly quantity: number }[]
}

const MOST_STOCK = 60
/** One variant in so many is sold out. */
const SOLD_OUT = 9

/** A number that looks random and is always the same for the same text. */
const numberOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE()

const words = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `

const fits = ({ words: wanted, sets, groups }: z.infer<typeof OfferRule>, product: ProductDraft): boolean => {
  const { set = null, group = null } = product.classification ?? {}
  const name = words(product.name.vi)
  return (
    (!wanted || wanted.some((word) => name.includes(words(word)))) &&
    (!sets || (set !== null && sets.includes(set))) &&
    (!groups || (group !== null && groups.includes(group)))
  )
}

/** The price at a product's place in the span, in full thousands of đồng. */
const priceAt = ([low, high]: readonly [number, number], place: number): number =>
  Math.round((low + (high - low) * place) / 1000) * 1000

function stockOf(sku: string): number {
  const number = numberOf(sku)
  return number % SOLD_OUT === 0 ? 0 : number % (MOST_STOCK + 1)
}

const skuOf = (id: string, { quantity, unit, count }: z.infer<typeof Pack>): string =>
  [id, `${count ? `${count}x` : ''}${String(quantity).replace('.', '-')}${unit === 'piece' ? 'pc' : unit}`].join('-')

/** The illustrative offer for a product of the sample: always the same one; null where no rule fits it. */
export function illustrativeOffer(product: ProductDraft, { rules }: OffersFile): Offer | null {
  const rule = rules.find((candidate) => fits(candidate, product))
  if (!rule || rule.packs.length === 0) return null
  const place = numberOf(product.id) / 2 ** 32
  const variants = rule.packs.map((pack) => {
    const { price, name, ...packSize } = pack
    return { sku: skuOf(product.id, pack), name, packSize, price: priceAt(price, place), illustrative: true }
  })
  return { variants, stock: variants.map(({ sku }) => ({ sku, quantity: stockOf(sku) })) }
}
