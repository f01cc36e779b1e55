const SLOT_SHIFT = 8
const FIELDS_MASK = 0xff
const FEWEST = 4

/**
 * The records that hold one word, by rising slot, each with the fields that hold it as bits. An entry keeps 24 bits for
 * the slot and 8 for the fields: room for 16 million records.
 */
export class Postings {
  #data = new Uint32Array(0)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** For loops that must be fast: the first `length` entries, to be read with {@link slotOf} and {@link fieldsOf}. */
  get entries(): Uint32Array {
    return this.#data
  }

  add(slot: number, fields: number): void {
    if (this.#length === this.#data.length) {
      const grown = new Uint32Array(Math.max(FEWEST, Math.ceil(this.#length * 1.5)))
      grown.set(this.#data)
      this.#data = grown
    }
    const at = this.#find(slot)
    this.#data.copyWithin(at + 1, at, this.#length)
    this.#data[at] = ((slot << SLOT_SHIFT) | fields) >>> 0
    this.#length++
  }

  remove(slot: number): void {
    const at = this.#find(slot)
    const entry = this.#data[at]
    if (at === this.#length || entry === undefined || slotOf(entry) !== slot) return
    this.#data.copyWithin(at, at + 1, this.#length)
    this.#length--
  }

  has(slot: number): boolean {
    return this.fieldsAt(slot) !== 0
  }

  /** The fields that hold the word in this record, as bits; 0 when none does. */
  fieldsAt(slot: number): number {
    const at = this.#find(slot)
    const entry = this.#data[at] ?? 0
    return at < this.#length && slotOf(entry) === slot ? fieldsOf(entry) : 0
  }

  /** The position of a slot, or where it would have to stand. Usually it is the newest, so the end is tried first. */
  #find(slot: number): number {
    let [low, high] = [0, this.#length]
    if (high === 0 || slotOf(this.#data[high - 1] ?? 0) < slot) return high
    while (low < high) {
      const middle = (low + high) >>> 1
      if (slotOf(this.#data[middle] ?? 0) < slot) low = middle + 1
      else high = middle
    }
    return low
  }
}

export const slotOf = (entry: number): number => entry >>> SLOT_SHIFT
export const fieldsOf = (entry: number): number => entry & FIELDS_MASK
