import * as z from 'zod'
import { toPerson } from '../../access/actor.js'
import { ERASED_ACCOUNT } from '../../care/erasure.js'
import { isComplete } from '../../access/sessions.js'
import {
  MAX_ADDRESSES,
  MAX_SHOPPER_ORDERS,
  type Account,
  type SavedAddress,
  type Shopper,
} from '../../catalog/account.js'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import type { Order } from '../../catalog/order.js'
import { parse } from '../../catalog/parse.js'
import { PhoneNumber } from '../../catalog/phone.js'
import { line } from '../../catalog/text.js'
import { parseRecipient } from '../../trade/recipient.js'
import type { SiteContext } from '../context.js'
import type { AccountBook, AccountFields } from './account-book.js'
import type { OwnAccount } from './own-account.js'
import type { SessionKeeper } from './session-keeper.js'

export type FindOrder = (code: string, phone: string) => Promise<Order | null>

const JoinForm = z.strictObject({ name: line(100, 2), phone: PhoneNumber, password: z.string().max(1000) })

const NOTHING: Shopper = { addresses: [], orders: [] }

/** What people keep of their shopping, each for themselves: orders and addresses. Nobody has to; guests buy as well. */
export class Shoppers {
  constructor(
    private readonly site: SiteContext,
    private readonly book: AccountBook,
    private readonly keeper: SessionKeeper,
    private readonly own: OwnAccount,
    private readonly findOrder: FindOrder,
  ) {}

  /**
   * Makes an account. Who has one already gets no other and hears the same, so that nobody learns whose number is known.
   *
   * @param code - Of an order with this phone number, which then stands in the new account; empty for none.
   * @returns the account that has the number already, whose owner may be told; null for a new one.
   * @throws {CatalogError} `INVALID_INPUT`
   */
  async join(input: unknown, code = ''): Promise<Account | null> {
    const { name, phone, password } = parse(JoinForm, input)
    const hash = await this.own.hash({ name, phone }, password, 'password')
    const known = this.book.findByIdentifier(phone)
    if (known) return known
    const order = code.trim() === '' ? null : await this.findOrder(code, phone)
    const shopper = { ...NOTHING, orders: order ? [order.id] : [] }
    await this.book.create({ name, phone, password: hash, status: 'active', shopper }, null)
    return null
  }

  /** What the holder of a session keeps; null without one. */
  find(token: string): { readonly account: Account; readonly shopper: Shopper } | null {
    const found = token === '' ? null : this.keeper.find(token)
    if (!found || !isComplete(found.session, found.account)) return null
    return { account: found.account, shopper: found.account.shopper ?? NOTHING }
  }

  /** Puts an order into the account, proved by the phone number that was given with it. @throws {CatalogError} `NOT_FOUND` */
  async addOrder(token: string, code: string, phone: string): Promise<Order> {
    this.#get(token)
    const order = await this.findOrder(code, phone)
    if (!order) throw new CatalogError('NOT_FOUND', { details: { what: 'order', id: code } })
    await this.keepOrder(token, order)
    return order
  }

  /** Puts an order into the account that was placed or proved just now; the oldest make room. */
  async keepOrder(token: string, { id }: Pick<Order, 'id'>): Promise<void> {
    await this.#change(token, (shopper) =>
      shopper.orders.includes(id) ? null : { ...shopper, orders: [...shopper.orders, id].slice(-MAX_SHOPPER_ORDERS) },
    )
  }

  /** The order of this code, if it is one of the account; null otherwise. */
  async openOrder(token: string, code: string): Promise<Order | null> {
    const order = this.find(token) && (await this.site.store.findOrderByCode(code))
    return order && this.site.lookTwice(() => (this.find(token)?.shopper.orders.includes(order.id) ? order : null))
  }

  /** The account's orders, the newest first, from the `skip`th on. */
  async listOrders(token: string, { skip, limit }: { skip: number; limit: number }): Promise<readonly Order[]> {
    const ids = this.#get(token)
      .shopper.orders.toReversed()
      .slice(skip, skip + limit)
    const orders = await Promise.all(ids.map((id) => this.site.store.findOrder(id)))
    return orders.filter((order) => order !== null)
  }

  /**
   * Keeps an address as the order form takes it; one that is known already stays as it is.
   *
   * @throws {CatalogError} `INVALID_INPUT` with the issues of all fields; `SIGN_IN_REQUIRED`.
   */
  async saveAddress(token: string, input: unknown): Promise<void> {
    const { name, phone, place, street } = parseRecipient(input, this.site.reference.places)
    if (!place || street === undefined) throw fieldError('street', 'required')
    await this.#change(token, (shopper) => {
      if (shopper.addresses.some((known) => isSameAddress(known, { name, phone, place, street }))) return null
      if (shopper.addresses.length >= MAX_ADDRESSES) throw fieldError('street', 'tooMany', { maximum: MAX_ADDRESSES })
      const address: SavedAddress = { id: this.site.newId(), name, phone, place, street }
      return { ...shopper, addresses: [...shopper.addresses, address] }
    })
  }

  /** Puts an address first, with which the next order begins. */
  async preferAddress(token: string, id: string): Promise<void> {
    await this.#change(token, (shopper) => {
      const first = shopper.addresses.find((address) => address.id === id)
      return first ? { ...shopper, addresses: [first, ...shopper.addresses.filter((one) => one !== first)] } : null
    })
  }

  async removeAddress(token: string, id: string): Promise<void> {
    await this.#change(token, (shopper) => ({
      ...shopper,
      addresses: shopper.addresses.filter((address) => address.id !== id),
    }))
  }

  /**
   * Erases the account of somebody who works for nobody, knowing the password: name, phone, addresses and the list of
   * orders go, every session ends. The orders themselves stay as long as the law asks.
   *
   * @throws {CatalogError} `SIGN_IN_REQUIRED`, `TOO_MANY_TRIES`, `FORBIDDEN` with roles, `INVALID_INPUT` at `closing`.
   */
  async close(token: string, password: string): Promise<void> {
    const { account } = await this.own.confirmed(token, password, 'closing')
    await this.book.change(account.id, { actor: toPerson(account), action: 'accounts.eraseOwn' }, (current) => {
      if (current.memberships.length > 0) throw new CatalogError('FORBIDDEN')
      return ERASED_ACCOUNT
    })
  }

  /** @throws {CatalogError} `SIGN_IN_REQUIRED` */
  #get(token: string): { readonly account: Account; readonly shopper: Shopper } {
    const found = this.find(token)
    if (!found) throw new CatalogError('SIGN_IN_REQUIRED')
    return found
  }

  /** What shoppers keep for themselves is no deed that others would look up: no entry of the trail. */
  async #change(token: string, plan: (shopper: Shopper) => Shopper | null): Promise<void> {
    const { account } = this.#get(token)
    await this.book.change(account.id, null, (current): AccountFields | null => {
      const shopper = plan(current.shopper ?? NOTHING)
      return shopper && { shopper }
    })
  }
}

const isSameAddress = (a: SavedAddress, b: Omit<SavedAddress, 'id'>): boolean =>
  a.name === b.name && a.phone === b.phone && a.street === b.street && a.place.commune === b.place.commune
