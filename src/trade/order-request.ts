import * as z from 'zod'
import { IdempotencyKey, type Recipient } from '../catalog/order.js'
import { parse } from '../catalog/parse.js'
import type { Cart } from './quote.js'

/** What a shopper sends. Prices are never taken from it. */
export interface OrderRequest {
  /** Units by SKU. */
  readonly cart: Cart
  /**
   * `{ name, phone, province, commune, street, note? }`, codes of today's list; parsed and refused field by field. Who
   * fetches everything needs no province, commune and street.
   */
  readonly recipient: unknown
  /** Made by the client, 8 to 255 characters: the same key never makes a second order. */
  readonly idempotencyKey: string
  /** The buyer says to be 18 or older; needed when the cart holds alcohol. */
  readonly adult: boolean
  /** The id of a way of paying; cash on delivery when it is left out. A share whose producer does not take it is paid in another way. */
  readonly payment?: string | undefined
  /** Producers at whose door the buyer fetches the goods. */
  readonly pickUp?: readonly string[] | undefined
  /** A voucher's code as it was typed. */
  readonly voucher?: string | undefined
}

/** How an order is paid that says nothing of it. */
export const CASH = 'cashOnDelivery'

const Key = z.strictObject({ idempotencyKey: IdempotencyKey })
export const parseKey = ({ idempotencyKey }: OrderRequest): string => parse(Key, { idempotencyKey }).idempotencyKey

/** Identifies what was asked for, so that one key cannot stand for two different orders. */
export function requestHash(request: OrderRequest, recipient: Recipient, sha256: (text: string) => string): string {
  const lines = [...request.cart].sort(([a], [b]) => (a < b ? -1 : 1))
  const { payment, pickUp = [], voucher } = request
  const isPlain = (payment ?? CASH) === CASH && pickUp.length === 0 && !voucher
  // Orders from before there were choices have the digest of the first two alone.
  return sha256(JSON.stringify(isPlain ? [lines, recipient] : [lines, recipient, payment, [...pickUp].sort(), voucher]))
}

/** True when the buyer fetches some of the goods. */
export const fetchesGoods = ({ pickUp = [] }: Pick<OrderRequest, 'pickUp'>): boolean => pickUp.length > 0
