import { compareVietnamese } from '../../catalog/text.js'
import type { SearchDocument } from '../index-port.js'
import { atOnce } from './at-once.js'
import { firstAfter, sortInSteps } from './sort-in-steps.js'

/** Above so many changes at once it is cheaper to sort anew. */
const MOST_INSERTIONS = 200
/** In a large order no more than this may wait for the next use, which should not take long. */
const MOST_WAITING = 50
const LARGE = 1000

/**
 * All products in Vietnamese order of their names, kept up as they come and go, so that any other order can break its
 * ties by a number.
 */
export class NameOrder {
  #sorted: number[] = []
  #waiting: number[] = []
  /** How often the order was changed at once, which undoes what steps were about to bring. */
  #settled = 0
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
    if (this.#waiting.length >= MOST_WAITING && this.#sorted.length >= LARGE) this.#settle()
  }

  /** Call it while the document is still there. */
  remove(slot: number): void {
    this.#settle()
    this.#settled++
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

  /**
   * Sorts what came in, step by step, so that other work can have its turns between them. Any use of the order before
   * the last step completes it at once.
   */
  *settle(): Generator<void, void> {
    const added = this.#waiting.length
    if (added <= MOST_INSERTIONS) {
      this.#settle()
      return
    }
    const settled = this.#settled
    const sorted = yield* this.#sortAll([...this.#sorted, ...this.#waiting])
    if (this.#settled !== settled) return
    this.#waiting = this.#waiting.slice(added)
    this.#sorted = sorted
  }

  #settle(): void {
    if (this.#waiting.length === 0) return
    const waiting = this.#waiting
    this.#waiting = []
    this.#settled++
    if (waiting.length > MOST_INSERTIONS) this.#sorted = atOnce(this.#sortAll([...this.#sorted, ...waiting]))
    else for (const slot of waiting) this.#sorted.splice(this.#position(slot), 0, slot)
  }

  #sortAll(slots: readonly number[]): Generator<void, number[]> {
    return sortInSteps(slots, this.roughKey, (a, b) => this.#compare(a, b))
  }

  #position(slot: number): number {
    return firstAfter(this.#sorted, slot, (a, b) => this.#compare(a, b))
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
