import { parsePhone, type PhoneNumber } from '../../catalog/phone.js'
import { quoteCart, type Cart, type Quote, type QuoteContext } from '../../trade/quote.js'
import type { ShippingRule } from '../../trade/shipping.js'
import { isUsedBy } from '../../trade/voucher-use.js'
import type { CartChoices } from '../catalog.js'
import { sha256 } from '../codes.js'
import type { SiteContext } from '../context.js'

/** What carts would cost now. */
export class Quoting {
  constructor(
    private readonly site: SiteContext,
    private readonly shipping: ShippingRule,
  ) {}

  context(): QuoteContext {
    const { state, reference, today } = this.site
    return { state, places: reference.places, regions: reference.regions, shipping: this.shipping, today: today() }
  }

  quote(cart: Cart, { phone, ...choices }: CartChoices = {}): Quote {
    const number = phone === undefined ? null : (parsePhone(phone) as PhoneNumber | null)
    const { state } = this.site
    return quoteCart(cart, this.context(), {
      ...choices,
      isUsedByBuyer: (voucher) => number !== null && isUsedBy(number, voucher, state, sha256),
    })
  }
}
