import { MAX_QUANTITY } from '../../catalog/order.js'
import { unitPrice } from '../../catalog/pack-size.js'
import type { Product, Variant } from '../../catalog/product.js'
import { FEW_LEFT } from '../../trade/shown-stock.js'
import { formatCount, formatPack, formatVnd } from '../format.js'
import { say, type Said } from '../language.js'
import type { Visit } from '../visit.js'

interface StockWord {
  readonly tone: 'in' | 'few' | 'none'
  readonly text: string
}

/** One variant as it can be bought now. */
export interface Offer {
  readonly sku: string
  readonly name: Said
  readonly pack: string
  readonly price: string | null
  readonly unitPrice: string | null
  /** Null where nobody has stated a stock: it is not sold here. */
  readonly stock: StockWord | null
  readonly canBuy: boolean
  /** The most that can be put into the cart at once; exact when few are left, else the shop's own limit. */
  readonly most: number
  readonly illustrative: boolean
}

function toStockWord(stock: number | null, visit: Visit): StockWord | null {
  const { inStock, fewLeft, soldOut } = visit.messages.browse.stock
  if (stock === null) return null
  if (stock === 0) return { tone: 'none', text: soldOut }
  return stock <= FEW_LEFT
    ? { tone: 'few', text: fewLeft(formatCount(stock, visit.language)) }
    : { tone: 'in', text: inStock }
}

const perUnit = (variant: Variant): string | null => {
  const unit = variant.price === null ? null : unitPrice(variant.price, variant.packSize)
  return unit && `${formatVnd(unit.amount)}/${unit.per}`
}

export function toOffer(variant: Variant, visit: Visit): Offer {
  const stock = visit.shownStock(variant.sku)
  const pack = formatPack(variant.packSize, visit.language)
  return {
    sku: variant.sku,
    name: variant.name ? say(variant.name, visit.language) : { text: pack, lang: null },
    pack,
    price: variant.price === null ? null : formatVnd(variant.price),
    unitPrice: perUnit(variant),
    stock: toStockWord(stock, visit),
    canBuy: visit.site.sells && variant.price !== null && (stock ?? 0) > 0,
    most: (stock ?? 0) > FEW_LEFT ? MAX_QUANTITY : (stock ?? 0),
    illustrative: variant.illustrative === true,
  }
}

/** The variant whose price stands on a card: the cheapest that can be bought, otherwise the cheapest with a price. */
export function shownVariant(product: Product, visit: Visit): Variant | null {
  const priced = product.variants.filter((variant) => variant.price !== null)
  const inStock = priced.filter((variant) => (visit.shownStock(variant.sku) ?? 0) > 0)
  return (inStock.length > 0 ? inStock : priced).reduce<Variant | null>(
    (least, variant) => ((variant.price ?? 0) < (least?.price ?? Infinity) ? variant : least),
    null,
  )
}
