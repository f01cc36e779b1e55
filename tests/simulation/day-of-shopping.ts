import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CatalogError, createCatalog, type Catalog } from '../../src/index.js'
import type { Sku } from '../../src/catalog/ids.js'
import type { Store } from '../../src/catalog/store.js'
import { loadReference } from '../../src/exchange/reference-data.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { recipient, stockShop } from '../support/shop.js'
import { BuyersBook, type Sent } from './ledger-of-buyers.js'
import { checkInvariants } from './check-invariants.js'
import { MemoryDisk, type Trouble } from './memory-disk.js'
import { Random } from './random.js'

export interface DayOptions {
  readonly seed: number
  /** Orders that are sent, before repetitions. */
  readonly orders: number
}

/** What a day came to. The same seed and number give the same again. */
export interface DayResult {
  readonly confirmed: number
  readonly refused: number
  readonly events: Readonly<Record<string, number>>
}

const SKUS = ['CF-250', 'CF-500', 'HONEY', 'SPIRIT'] as Sku[]
const PHONES = ['0905 123 456', '0912 345 678', '0987 654 321']
const TROUBLES: readonly Trouble[] = ['failing writes', 'failing syncs', 'full']
const reference = await loadReference()

class Day {
  readonly #book = new BuyersBook()
  readonly #random: Random
  #disk: MemoryDisk
  #store!: Store
  #catalog!: Catalog
  #now = Date.parse('2026-11-28T20:00:00Z')
  #sent = 0

  constructor(
    private readonly folder: string,
    private readonly options: DayOptions,
  ) {
    this.#random = new Random(options.seed)
    this.#disk = new MemoryDisk(this.#random)
  }

  async play(): Promise<DayResult> {
    await this.#open()
    await stockShop(this.#catalog)
    for (const [sku, units] of [
      ['CF-250', 40],
      ['CF-500', 10],
      ['HONEY', 2],
      ['SPIRIT', 5],
    ] as const)
      this.#book.deliver(sku, units)
    while (this.#sent < this.options.orders) await this.#wave()
    this.#calm()
    await this.#reopen()
    await checkInvariants({
      book: this.#book,
      catalog: this.#catalog,
      store: this.#store,
      reopen: async () => {
        await this.#reopen()
        return this.#store
      },
      layDown: (target) => this.#disk.layDown(this.folder, target),
    })
    await this.#catalog.close()
    const { confirmed, refused, counts } = this.#book
    return { confirmed: confirmed.size, refused: refused.size, events: counts }
  }

  /** Some buyers at once, now and then something that goes wrong, and what the shop's people do in between. */
  async #wave(): Promise<void> {
    this.#now += this.#random.between(0, 60_000) - (this.#random.chance(0.005) ? 3_600_000 : 0)
    const isTrouble = this.#random.chance(0.08)
    if (isTrouble) {
      this.#disk.trouble = this.#random.pick(TROUBLES)
      this.#book.note(this.#disk.trouble)
    }
    const isPowerCut = this.#random.chance(0.02)
    if (isPowerCut) this.#disk.powerLeft = this.#random.between(0, 12)
    const crowd = this.#random.between(1, 40)
    const buyers = Array.from({ length: crowd }, () => this.#buy(this.#nextOrder()))
    for (let changes = this.#random.between(0, 4); changes > 0; changes -= 1) buyers.push(this.#changeSomeOrder())
    await Promise.all(buyers)
    this.#calm()
    if (isPowerCut) await this.#comeBack()
    else if (this.#catalog.health().refusing?.en?.includes('restart') === true) await this.#reopen()
    else if (this.#random.chance(0.01)) await this.#reopen()
    if (this.#random.chance(0.9)) await this.#deliver()
    for (const sent of [...this.#book.open.values()]) await this.#buy(sent)
  }

  #calm(): void {
    this.#disk.trouble = 'none'
  }

  #nextOrder(): Sent {
    const known = this.#random.chance(0.03) ? this.#book.latest(2000) : []
    const again = known.length > 0 ? this.#random.pick(known) : undefined
    const key = again ?? `order-${(this.#sent += 1)}-key`
    // The same key asks for the same: what is ordered follows from it.
    const own = new Random(this.options.seed * 31 + Number(/\d+/.exec(key)?.[0]))
    const cart = new Map<Sku, number>()
    for (let line = own.between(1, 3); line > 0; line -= 1) cart.set(own.pick(SKUS), own.between(1, 3))
    return { key, cart }
  }

  async #buy(sent: Sent): Promise<void> {
    const phone = PHONES[Number(/\d+/.exec(sent.key)?.[0]) % PHONES.length]
    try {
      const request = { cart: sent.cart, recipient: recipient({ phone }), idempotencyKey: sent.key, adult: true }
      const { order, created } = await this.#catalog.placeOrder(request)
      this.#book.confirm(sent.key, order.code)
      this.#book.note(created ? 'ordered' : 'repeated')
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error
      this.#book.note(error.code)
      if (this.#book.confirmed.has(sent.key)) return
      if (error.code === 'STORE_STOPPED' || this.#disk.powerLeft < 0) this.#book.open.set(sent.key, sent)
      else if (!this.#book.open.has(sent.key)) this.#book.refused.add(sent.key)
      else if (error.code === 'OUT_OF_STOCK') {
        // It was not kept, or the shop would have known the key.
        this.#book.open.delete(sent.key)
        this.#book.refused.add(sent.key)
      }
    }
  }

  async #changeSomeOrder(): Promise<void> {
    const keys = this.#book.latest(500)
    const order = keys.length > 0 ? await this.#store.findOrderByKey(this.#random.pick(keys)).catch(() => null) : null
    if (!order) return
    const share = this.#random.pick(order.fulfillments)
    const steps = ['accepted', 'packed', 'shipped', 'delivered', 'cancelled', 'returned'] as const
    const change = this.#random.chance(0.4)
      ? this.#catalog.cancelOrder(order.code, order.recipient.phone)
      : this.#catalog.advanceOrder(order.code, share.producerId, this.#random.pick(steps))
    await change.then(
      () => this.#book.note('changed'),
      (error: unknown) => {
        if (!(error instanceof CatalogError)) throw error
      },
    )
  }

  async #deliver(): Promise<void> {
    const sku = this.#random.pick(SKUS)
    const quantity = this.#random.between(20, 180)
    await this.#catalog.save({ stock: [{ sku, quantity }] })
    this.#book.deliver(sku, quantity)
  }

  async #open(): Promise<void> {
    const clock = (): Date => new Date(this.#now)
    this.#catalog = await createCatalog({
      store: async ({ onEntry }) => {
        const report = (): void => this.#book.note('told')
        this.#store = await openLowdbStore({
          folder: this.folder,
          files: this.#disk,
          clock,
          onWarning: report,
          onEntry,
        })
        return this.#store
      },
      clock,
      reference,
      ordersPerPhone: null,
    })
  }

  async #reopen(): Promise<void> {
    await this.#catalog.close()
    this.#book.note('reopened')
    await this.#open()
  }

  async #comeBack(): Promise<void> {
    this.#disk.powerLeft = -1
    await this.#catalog.close().catch(() => undefined)
    this.#disk = this.#disk.afterPowerCut()
    this.#book.note('power cut')
    await this.#open()
  }
}

/**
 * A day of shopping on the embedded store with faults: writes and syncs that fail, a full disk, power cuts, a clock that
 * jumps back. Ends with the invariants L1 to L10 of the ledger.
 *
 * @throws {Error} that names the invariant that does not hold.
 */
export async function playDay(options: DayOptions): Promise<DayResult> {
  const parent = await mkdtemp(join(tmpdir(), 'ocop-day-'))
  try {
    return await new Day(join(parent, 'shop'), options).play()
  } finally {
    await rm(parent, { recursive: true })
  }
}
