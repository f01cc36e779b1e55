import { CatalogError } from '../catalog/errors.js'
import type { Order } from '../catalog/order.js'

const DAY = 24 * 3600 * 1000
/** So many phones are remembered before those whose day is over are forgotten. */
const MANY = 10_000

interface Window {
  readonly ends: number
  count: number
}

/**
 * Against orders for cash that nobody means to accept: one phone places so many in a day and no more. Counted in this
 * process alone, from the first order on.
 */
export class PhoneLimit {
  readonly #windows = new Map<string, Window>()

  /** @param most - Orders in 24 hours; null for any number. */
  constructor(
    private readonly most: number | null,
    private readonly now: () => Date,
  ) {}

  /** @throws {CatalogError} `TOO_MANY_ORDERS` */
  check({ recipient, payment }: Order): void {
    if (this.most === null || payment !== 'cashOnDelivery') return
    if ((this.#current(recipient.phone)?.count ?? 0) >= this.most) throw new CatalogError('TOO_MANY_ORDERS')
  }

  note({ recipient, payment }: Order): void {
    if (this.most === null || payment !== 'cashOnDelivery') return
    const window = this.#current(recipient.phone)
    if (window) window.count += 1
    else {
      if (this.#windows.size >= MANY) this.#sweep()
      this.#windows.set(recipient.phone, { ends: this.now().getTime() + DAY, count: 1 })
    }
  }

  #current(phone: string): Window | null {
    const window = this.#windows.get(phone)
    return window && window.ends > this.now().getTime() ? window : null
  }

  #sweep(): void {
    const now = this.now().getTime()
    for (const [phone, { ends }] of this.#windows) if (ends <= now) this.#windows.delete(phone)
  }
}
