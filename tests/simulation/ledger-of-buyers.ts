import type { Sku } from '../../src/catalog/ids.js'

/** An order as its buyer sent it. */
export interface Sent {
  readonly key: string
  readonly cart: ReadonlyMap<Sku, number>
}

/** What buyers were told, kept apart from the shop, to be compared with it. */
export class BuyersBook {
  /** By key, the code of what was confirmed. */
  readonly confirmed = new Map<string, string>()
  readonly refused = new Set<string>()
  /** Sent, and no answer that says whether it was kept. */
  readonly open = new Map<string, Sent>()
  /** Units that came in by SKU. */
  readonly delivered = new Map<string, number>()
  readonly counts: Record<string, number> = {}
  readonly #keys: string[] = []

  note(event: string): void {
    this.counts[event] = (this.counts[event] ?? 0) + 1
  }

  confirm(key: string, code: string): void {
    const before = this.confirmed.get(key)
    if (before !== undefined && before !== code) throw new Error(`${key} became two orders: ${before} and ${code}`)
    if (before === undefined) this.#keys.push(key)
    this.confirmed.set(key, code)
    this.refused.delete(key)
    this.open.delete(key)
  }

  /** The keys of the newest confirmed orders. */
  latest(most: number): readonly string[] {
    return this.#keys.slice(-most)
  }

  deliver(sku: string, units: number): void {
    this.delivered.set(sku, (this.delivered.get(sku) ?? 0) + units)
  }
}
