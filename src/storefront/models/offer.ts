import { MAX_QUANTITY } from '../../catalog/order.js'
import { unitPrice } from '../../catalog/packs/pack-size.js'
import { PIECE } from '../../catalog/packs/pack-words.js'
import type { Product, Variant } from '../../catalog/product.js'
import type { Language } from '../../catalog/text.js'
import type { Vnd } from '../../catalog/vnd.js'
import { priceOn } from '../../catalog/prices/price.js'
import { FEW_LEFT } from '../../trade/shown-stock.js'
import { formatCount, formatDay, formatVnd, formatWholePack } from '../format.js'
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
  /** The price before a running sale, and how long the sale runs; null where there is none. */
  readonly former: string | null
  readonly saleUntil: string | null
  /** `−17%`: how much lower the price of a sale is than the one beside it, rounded down. */
  readonly discount: string | null
  /** What buying more of it takes off, rule by rule. */
  readonly buyMore: readonly string[]
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

const perUnit = ({ packSize }: Variant, price: Vnd | null, language: Language): string | null => {
  const unit = price === null ? null : unitPrice(price, packSize)
  return unit && `${formatVnd(unit.amount)}/${unit.per === 'piece' ? PIECE[language] : unit.per}`
}

/** Null for less than one per cent. */
function discountOf(price: Vnd, former: Vnd): string | null {
  const percent = Math.floor((1 - price / former) * 100)
  return percent < 1 ? null : `−${percent}%`
}

/** What buying more of a variant takes off, rule by rule. */
export const toBuyMore = ({ buyMore = [] }: Variant, visit: Visit): string[] => {
  const words = visit.messages.trade.paying
  return buyMore
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, percent, amount = 0 }) =>
      words.buyMoreRule(
        formatCount(from, visit.language),
        percent === undefined ? words.perUnit(formatVnd(amount)) : `${percent}%`,
      ),
    )
}

/** What a variant costs today; null without a price. */
const priceToday = (variant: Variant, visit: Visit): Vnd | null =>
  priceOn(variant, visit.catalog.today())?.price ?? null

export function toOffer(variant: Variant, visit: Visit): Offer {
  const stock = visit.shownStock(variant.sku)
  const pack = formatWholePack(variant.packSize, visit.language)
  const shown = priceOn(variant, visit.catalog.today())
  return {
    sku: variant.sku,
    name: variant.name ? say(variant.name, visit.language) : { text: pack, lang: null },
    pack,
    price: shown && formatVnd(shown.price),
    former: shown?.former ? formatVnd(shown.former) : null,
    discount: shown?.former ? discountOf(shown.price, shown.former) : null,
    saleUntil: shown?.until ? visit.messages.trade.paying.saleUntil(formatDay(shown.until)) : null,
    buyMore: toBuyMore(variant, visit),
    unitPrice: perUnit(variant, shown?.price ?? null, visit.language),
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
  const priceOf = (variant: Variant): Vnd => priceToday(variant, visit) ?? Infinity
  return (inStock.length > 0 ? inStock : priced).reduce<Variant | null>(
    (least, variant) => (least === null || priceOf(variant) < priceOf(least) ? variant : least),
    null,
  )
}
