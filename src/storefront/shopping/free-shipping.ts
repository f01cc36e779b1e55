import { MAX_QUANTITY } from '../../catalog/order.js'
import type { CartChoices } from '../../site/catalog.js'
import type { Cart, QuoteLine, QuoteShare } from '../../trade/quote.js'
import { formatCount } from '../format.js'
import { say, type Said } from '../language.js'
import type { Visit } from '../visit.js'

/** Beyond so many more units a hint is no help. */
const WORTH_A_HINT = 10

/** What the share's shipping would cost with `quantity` of a line. A rule may be any function, so it is asked, not read. */
function shippingWith(
  line: QuoteLine,
  quantity: number,
  cart: Cart,
  choices: CartChoices,
  visit: Visit,
): number | undefined {
  const { shares } = visit.catalog.quote(new Map([...cart, [line.variant.sku, quantity]]), choices)
  return shares.find(({ producer }) => producer.id === line.product.producerId)?.shipping
}

/** Says how few more units of a line, if they are in stock, would make the share's shipping free; null when none do. */
export function freeShippingHint(
  { lines, shipping }: QuoteShare,
  cart: Cart,
  choices: CartChoices,
  visit: Visit,
): { readonly text: string; readonly name: Said } | null {
  const [line] = lines
  if (!line || shipping === 0) return null
  const most = Math.min(WORTH_A_HINT, line.available - line.quantity, MAX_QUANTITY - line.quantity)
  for (let extra = 1; extra <= most; extra += 1)
    if (shippingWith(line, line.quantity + extra, cart, choices, visit) === 0)
      return {
        text: visit.messages.trade.cart.freeHint(formatCount(extra, visit.language)),
        name: say(line.product.name, visit.language),
      }
  return null
}
