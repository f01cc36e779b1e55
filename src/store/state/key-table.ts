import { KeyBatch } from './key-batch.js'
import type { KeyHash } from './key-hash.js'
import { PackedNumbers } from './packed-numbers.js'

const EMPTY = 0
const FIRST_SLOTS = 64
const FULLEST = 0.9
const GROWTH = 1.2
/** Room for a few more before the table grows. */
const SPARE = 1.02
const HASHES = 2 ** 32

const slotsFor = (keys: number): number => Math.max(FIRST_SLOTS, Math.ceil((keys * SPARE) / FULLEST))

/**
 * Finds a number by the hash of a key, in 9 to 11 bytes a key and those of the value; a `Map` of a million
 * identifiers takes a hundred bytes and more for each.
 *
 * A key's slot goes by the size of its hash, so a table that grows is copied from front to back.
 */
export class KeyTable {
  #size = 0
  #slots = FIRST_SLOTS
  /** Two halves of the hash for each slot, both 0 where it is empty. */
  #hashes = new Uint32Array(2 * FIRST_SLOTS)
  #values = new PackedNumbers(FIRST_SLOTS, 0)
  /** Keys that came in large number and have no slot yet. */
  #batch: KeyBatch | null = null

  get({ high, low }: KeyHash): number | undefined {
    this.settle()
    const slot = this.#find(high, low)
    return this.#isEmpty(slot) ? undefined : this.#values.at(slot)
  }

  set(hash: KeyHash, value: number): void {
    if (this.#batch === null) this.#set(hash, value)
    else this.#batch.add(hash, value)
    if (this.#batch?.isFull) this.#take(this.#batch)
  }

  #set({ high, low }: KeyHash, value: number): void {
    if (this.#size >= this.#slots * FULLEST) this.#move(Math.ceil(this.#slots * GROWTH))
    this.#place(high, low, value)
  }

  #place(high: number, low: number, value: number): void {
    const slot = this.#find(high, low)
    if (this.#isEmpty(slot)) this.#size += 1
    this.#hashes[2 * slot] = high
    this.#hashes[2 * slot + 1] = low
    if (value >= this.#values.limit) this.#values = this.#values.copy(this.#slots, value)
    this.#values.set(slot, value)
  }

  #isEmpty(slot: number): boolean {
    return this.#hashes[2 * slot] === EMPTY && this.#hashes[2 * slot + 1] === EMPTY
  }

  /** The slot that holds the hash, or the empty one where it belongs. */
  #find(high: number, low: number): number {
    const hashes = this.#hashes
    const slots = this.#slots
    // Looks at ten slots and more in a full table, so it makes nothing that would have to be collected.
    for (let slot = Math.floor(high * (slots / HASHES)); ; slot = slot + 1 === slots ? 0 : slot + 1) {
      const first = hashes[2 * slot]
      const second = hashes[2 * slot + 1]
      if ((first === high && second === low) || (first === EMPTY && second === EMPTY)) return slot
    }
  }

  /**
   * Makes room for so many keys that now come, and for some more, with values up to `largest`. Up to `settle`, or until one
   * is asked for, many get their slots together, which is faster. Values lie below 2³².
   */
  expect(keys: number, largest: number): void {
    this.settle()
    this.makeRoom(keys, largest)
    if (keys > 0) this.#batch = new KeyBatch(keys)
  }

  /** Makes room for so many keys at once, and for some more to come. Keys that come in the order of their hashes need it. */
  makeRoom(keys: number, largest: number): void {
    const slots = slotsFor(keys)
    if (slots > this.#slots) this.#move(slots, largest)
  }

  /** Gives up most of the room that its keys do not need. */
  trim(): void {
    const slots = slotsFor(this.#size)
    if (slots * GROWTH < this.#slots) this.#move(slots)
  }

  /** Takes in those that were expected and came. */
  settle(): void {
    if (this.#batch) this.#take(this.#batch)
    this.#batch = null
  }

  #take(batch: KeyBatch): void {
    batch.drain((hash, value) => this.#set(hash, value))
  }

  #move(room: number, largest = 0): void {
    const [hashes, values, slots] = [this.#hashes, this.#values, this.#slots]
    this.#slots = room
    this.#hashes = new Uint32Array(2 * this.#slots)
    this.#values = new PackedNumbers(this.#slots, Math.max(values.limit - 1, largest))
    this.#size = 0
    for (let slot = 0; slot < slots; slot += 1) {
      const high = hashes[2 * slot] ?? EMPTY
      const low = hashes[2 * slot + 1] ?? EMPTY
      if (high !== EMPTY || low !== EMPTY) this.#place(high, low, values.at(slot))
    }
  }
}
