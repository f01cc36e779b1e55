import { isIn } from './is-in.js'
import { withRoom } from './room.js'
import type { Term } from './term.js'

/** The texts that a product does not share with others, in the order in which their words are kept. */
export const OwnText = { name: 0, nameEn: 1, description: 2 } as const
const LISTS = 3
/** Below this it is not worth while to close gaps. */
const MOST_WASTED = 4096

/**
 * The words of each product's own texts, by number, all in one column: the lengths of its lists, then the lists. Small,
 * and handed to another thread as it is.
 */
export class TermLists {
  /** By slot: where its lists are, plus one; 0 for none. */
  starts: Uint32Array = new Uint32Array(0)
  numbers: Uint32Array = new Uint32Array(0)
  used = 0
  #wasted = 0

  put(slot: number, name: readonly Term[], nameEn: readonly Term[], description: readonly Term[]): void {
    const size = LISTS + name.length + nameEn.length + description.length
    if (slot >= this.starts.length) this.starts = withRoom(this.starts, slot + 1)
    if (this.used + size > this.numbers.length) this.numbers = withRoom(this.numbers, this.used + size)
    this.starts[slot] = this.used + 1
    this.numbers[this.used++] = name.length
    this.numbers[this.used++] = nameEn.length
    this.numbers[this.used++] = description.length
    this.#append(name)
    this.#append(nameEn)
    this.#append(description)
  }

  #append(list: readonly Term[]): void {
    for (const { id } of list) this.numbers[this.used++] = id
  }

  remove(slot: number): void {
    this.#wasted += this.#sizeAt(slot)
    this.starts[slot] = 0
    if (this.#wasted > MOST_WASTED && this.#wasted > this.used / 2) this.#closeGaps()
  }

  /** The words of one of its texts, in order; to be read before the next change. */
  of(slot: number, list: number): Uint32Array {
    const start = this.#startOf(slot)
    if (start < 0) return this.numbers.subarray(0, 0)
    let from = start + LISTS
    for (let i = 0; i < list; i++) from += this.numbers[start + i] as number
    return this.numbers.subarray(from, from + (this.numbers[start + list] as number))
  }

  /** The word at a place of its first text, the name; undefined where it has fewer. */
  nameWord(slot: number, at: number): number | undefined {
    const start = this.#startOf(slot)
    return start >= 0 && at < (this.numbers[start] as number) ? this.numbers[start + LISTS + at] : undefined
  }

  /** True when the words of a phrase, each one of several, stand side by side in one of its texts. */
  hasPhrase(slot: number, list: number, wanted: readonly (readonly number[])[]): boolean {
    const start = this.#startOf(slot)
    if (start < 0) return false
    let from = start + LISTS
    for (let i = 0; i < list; i++) from += this.numbers[start + i] as number
    return isIn(wanted, this.numbers, from, from + (this.numbers[start + list] as number))
  }

  #startOf(slot: number): number {
    return (this.starts[slot] ?? 0) - 1
  }

  #sizeAt(slot: number): number {
    const start = this.#startOf(slot)
    if (start < 0) return 0
    let size = LISTS
    for (let i = 0; i < LISTS; i++) size += this.numbers[start + i] as number
    return size
  }

  #closeGaps(): void {
    const before = this.numbers
    this.numbers = new Uint32Array(this.used - this.#wasted)
    let used = 0
    for (let slot = 0; slot < this.starts.length; slot++) {
      const start = this.#startOf(slot)
      if (start < 0) continue
      let size = LISTS
      for (let i = 0; i < LISTS; i++) size += before[start + i] as number
      this.numbers.set(before.subarray(start, start + size), used)
      this.starts[slot] = used + 1
      used += size
    }
    this.used = used
    this.#wasted = 0
  }
}
