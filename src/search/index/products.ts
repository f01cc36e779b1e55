import type { ProductId } from '../../catalog/ids.js'

/** Gives each product a small number, its slot, which another may have when it is gone. */
export class Products {
  /** By slot; undefined where no product is. */
  readonly ids: (ProductId | undefined)[] = []
  readonly names: string[] = []
  readonly #slots = new Map<ProductId, number>()
  readonly #free: number[] = []

  get size(): number {
    return this.ids.length
  }

  slotOf(id: ProductId): number | undefined {
    return this.#slots.get(id)
  }

  isLive(slot: number): boolean {
    return this.ids[slot] !== undefined
  }

  add(id: ProductId, name: string): number {
    const slot = this.#free.pop() ?? this.ids.length
    this.ids[slot] = id
    this.names[slot] = name
    this.#slots.set(id, slot)
    return slot
  }

  remove(slot: number): void {
    this.#slots.delete(this.ids[slot] as ProductId)
    this.ids[slot] = undefined
    this.names[slot] = ''
    this.#free.push(slot)
  }
}
