import { compareVietnamese } from '../../catalog/text.js'
import type { SearchDocument } from '../index-port.js'

/** Above so many changes at once it is cheaper to sort anew. */
const MOST_INSERTIONS = 200

/**
 * All products in Vietnamese order of their names, kept up as they come and go, so that any other order can break its
 * ties by a number.
 */
export class NameOrder {
  #sorted: number[] = []
  #waiting: number[] = []
  #ranks = new Uint32Array(0)
  #isRanked = true

  /** `roughKey` gives a slot's name in a form that sorts nearly right by plain comparison. */
  constructor(
    private readonly documents: readonly (SearchDocument | undefined)[],
    private readonly roughKey: (slot: number) => string,
  ) {}

  add(slot: number): void {
    this.#waiting.push(slot)
    this.#isRanked = false
  }

  /** Call it while the document is still there. */
  remove(slot: number): void {
    this.#settle()
    this.#sorted.splice(this.#position(slot), 1)
    this.#isRanked = false
  }

  /** Slots in order. */
  get slots(): readonly number[] {
    this.#settle()
    return this.#sorted
  }

  /** By slot: its place in the order. */
  get ranks(): Uint32Array {
    this.#settle()
    if (this.#isRanked) return this.#ranks
    if (this.#ranks.length < this.documents.length)
      this.#ranks = new Uint32Array(Math.ceil(this.documents.length * 1.25))
    this.#sorted.forEach((slot, rank) => (this.#ranks[slot] = rank))
    this.#isRanked = true
    return this.#ranks
  }

  #settle(): void {
    if (this.#waiting.length === 0) return
    const waiting = this.#waiting
    this.#waiting = []
    if (waiting.length > MOST_INSERTIONS) this.#sorted = this.#sortAll([...this.#sorted, ...waiting])
    else for (const slot of waiting) this.#sorted.splice(this.#position(slot), 0, slot)
  }

  /** The collator is slow on a random order and quick on one that is nearly right, which the rough keys give. */
  #sortAll(slots: number[]): number[] {
    const rough = slots.map((slot) => ({ slot, key: this.roughKey(slot) }))
    rough.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    return rough.map(({ slot }) => slot).sort((a, b) => this.#compare(a, b))
  }

  #position(slot: number): number {
    let [low, high] = [0, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#compare(this.#sorted[middle] as number, slot) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #name(slot: number): string {
    return this.documents[slot]?.name ?? ''
  }

  #compare(a: number, b: number): number {
    const [nameA, nameB] = [this.#name(a), this.#name(b)]
    return (nameA === nameB ? 0 : compareVietnamese(nameA, nameB)) || this.#compareIds(a, b)
  }

  #compareIds(a: number, b: number): number {
    const [idA, idB] = [this.documents[a]?.id ?? '', this.documents[b]?.id ?? '']
    return idA < idB ? -1 : idA > idB ? 1 : 0
  }
}
