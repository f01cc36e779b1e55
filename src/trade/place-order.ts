import * as z from 'zod'
import { toInstant, type Instant } from '../catalog/day.js'
import { CatalogError, fieldError } from '../catalog/errors.js'
import type { OrderId, PlatformId, VoucherUseId } from '../catalog/ids.js'
import { IdempotencyKey, MAX_LINES, Quantity, type Fulfillment, type Order, type Recipient } from '../catalog/order.js'
import { isOnePiece } from '../catalog/packs/pack-size.js'
import { formatPack } from '../catalog/packs/pack-words.js'
import { parse } from '../catalog/parse.js'
import type { PaymentProvider } from '../catalog/ports/payment-provider.js'
import { PaymentMethod, type Payment } from '../catalog/payments/payment.js'
import type { Places } from '../catalog/places/places.js'
import type { CatalogState } from '../catalog/state.js'
import type { Commit, Put } from '../catalog/store.js'
import type { Voucher, VoucherUse } from '../catalog/prices/voucher.js'
import { quoteCart, requireCart, type Quote, type QuoteContext, type QuoteShare } from './quote.js'
import { isTaken, paymentWays } from './payments/payment-choice.js'
import { openPayment } from './payments/open-payment.js'
import { parseRecipient, requireAddress } from './recipient.js'
import { CASH, fetchesGoods, requestHash, type OrderRequest } from './order-request.js'
import { saleOf } from './sale-of.js'
import { digestForVoucher, freePlace, isUsedBy } from './voucher-use.js'

/** What trade cannot make by itself: the time, identifiers, and a digest. */
export interface TradeContext {
  readonly now: Date
  readonly platformId: PlatformId
  readonly quote: QuoteContext
  /** The site's ways of paying. */
  readonly payments: readonly PaymentProvider[]
  /** Hours within which what is not paid in cash is to be paid; null for any time. */
  readonly payWithinHours: number | null
  readonly newId: () => string
  /** A code that a shopper can note down and nobody can guess. */
  readonly newCode: () => string
  readonly sha256: (text: string) => string
  /** A random whole number from 0 up to, not including, `below`. */
  readonly randomInt: (below: number) => number
}

function refuseUnlessOrderable(quote: Quote, adult: boolean): void {
  const [sku] = quote.unavailable
  if (sku) throw new CatalogError('NOT_FOR_SALE', { details: { sku } })
  for (const { lines } of quote.shares) for (const { problem } of lines) if (problem) throw problem
  if (quote.forAdults && !adult) throw new CatalogError('AGE_CONFIRMATION_REQUIRED')
}

/** What was ordered, so that an order still says it when the catalog has changed: the product and its variant or pack. */
function nameOf({ product, variant }: QuoteShare['lines'][number]): string {
  const { name, packSize } = variant
  const which = name?.vi ?? (isOnePiece(packSize) ? null : formatPack(packSize, 'vi'))
  return which === null ? product.name.vi : `${product.name.vi} – ${which}`
}

/** What is asked for beside the recipient, read in one go: each order asks for all of it. */
const Wanted = z.strictObject({
  /** Units of each line. */
  cart: z.array(Quantity).max(MAX_LINES),
  payment: PaymentMethod,
  pickUp: z.array(z.string()).max(MAX_LINES),
  idempotencyKey: IdempotencyKey,
})

const readWanted = ({ cart, payment, pickUp = [], idempotencyKey }: OrderRequest): z.output<typeof Wanted> =>
  parse(Wanted, { cart: [...cart.values()], payment: payment ?? CASH, pickUp, idempotencyKey })

/** @throws {CatalogError} `INVALID_INPUT` at `payment`, `pickUp` or `voucher` for what is not to be had. */
function refuseUnlessOffered(
  { payment, pickUp }: z.output<typeof Wanted>,
  voucher: string | undefined,
  quote: Quote,
  providers: readonly PaymentProvider[],
): void {
  if (!isTaken(quote.shares, payment, providers)) {
    const ways = paymentWays(quote.shares, providers).map(({ provider }) => provider.id)
    throw fieldError('payment', 'notInList', { values: ways.join(', ') })
  }
  for (const id of pickUp)
    if (!quote.shares.some((share) => share.producer.id === id && share.pickUp))
      throw fieldError('pickUp', 'notFound', { value: id })
  if (voucher && !quote.voucher) throw fieldError('voucher', 'voucherNotUsable')
}

/** The use of a voucher by this order, which takes one of its places. */
function useOf(voucher: Voucher, recipient: Recipient, state: CatalogState, context: TradeContext): VoucherUse {
  return {
    id: context.newId() as VoucherUseId,
    version: 1,
    voucherId: voucher.id,
    phoneDigest: digestForVoucher(voucher.id, recipient.phone, context.sha256),
    place: freePlace(voucher, state, context.randomInt),
    status: 'taken',
    changedAt: toInstant(context.now),
  }
}

function toFulfillment(share: QuoteShare, payment: Payment, at: Instant): Fulfillment {
  const { producer, lines, reductions, shipping, pickUp } = share
  return {
    producerId: producer.id,
    lines: lines.map((line) => ({
      productId: line.product.id,
      sku: line.variant.sku,
      name: nameOf(line),
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      ...(line.former === null ? {} : { formerPrice: line.former }),
      ...(line.variant.vatRate === undefined ? {} : { vatRate: line.variant.vatRate }),
    })),
    ...(reductions.length === 0 ? {} : { reductions: [...reductions] }),
    shipping,
    ...(pickUp ? { pickUp } : {}),
    payment,
    status: 'placed',
    history: [{ status: 'placed', at }],
  }
}

/**
 * Checks an order against the current state and makes the commit that places it: the order split by producer, one
 * transaction for each share, the stock taken, and the use of a voucher. The store checks stock, keys and the voucher's
 * places again as it commits.
 *
 * @throws {CatalogError} `INVALID_INPUT`, `EMPTY_CART`, `NOT_FOR_SALE`, `OUT_OF_STOCK`, `AGE_CONFIRMATION_REQUIRED`.
 */
export function planOrder(
  request: OrderRequest,
  state: CatalogState,
  places: Places,
  context: TradeContext,
): { order: Order; commit: Commit } {
  const { cart } = request
  requireCart(cart)
  if (cart.size === 0) throw new CatalogError('EMPTY_CART')
  const wanted = readWanted(request)
  const recipient = parseRecipient(request.recipient, places, fetchesGoods(request))
  const quote = quoteCart(cart, context.quote, {
    destination: recipient.place?.province ?? null,
    pickUp: new Set(request.pickUp),
    ...(request.voucher ? { voucher: request.voucher } : {}),
    isUsedByBuyer: (voucher) => isUsedBy(recipient.phone, voucher, state, context.sha256),
  })
  refuseUnlessOrderable(quote, request.adult)
  refuseUnlessOffered(wanted, request.voucher, quote, context.payments)
  if (quote.shares.some(({ pickUp }) => pickUp === null)) requireAddress(recipient)

  const at = toInstant(context.now)
  const code = context.newCode()
  const { payment, idempotencyKey } = wanted
  const use = quote.voucher && useOf(quote.voucher, recipient, state, context)
  const order: Order = {
    id: context.newId() as OrderId,
    version: 1,
    code,
    recipient,
    fulfillments: quote.shares.map((share, index) =>
      toFulfillment(share, openPayment(share, payment, context.payments, { code, index }, context), at),
    ),
    payment,
    ...(use ? { voucherUseId: use.id } : {}),
    idempotencyKey,
    requestHash: requestHash(request, recipient, context.sha256),
    placedAt: at,
    changedAt: at,
  }
  const transactions = order.fulfillments.map((share, index) =>
    saleOf(share, quote.shares[index], order.id, places, context),
  )
  const stock = order.fulfillments.flatMap(({ lines }) =>
    lines.map(({ sku, quantity }) => ({ sku, quantity: -quantity, reason: 'order' as const, orderId: order.id })),
  )
  const puts: Put[] = [{ collection: 'orders', record: order }]
  if (use) puts.push({ collection: 'voucherUses', record: use })
  return { order, commit: { puts, transactions, stock } }
}
