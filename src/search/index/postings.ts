import { withRoom } from './room.js'

const SLOT_SHIFT = 8
const FIELDS_MASK = 0xff
const NONE = new Uint32Array(0)

/**
 * The records that hold one word, by rising slot, each with the fields that hold it as bits. An entry keeps 24 bits for
 * the slot and 8 for the fields: room for 16 million records.
 */
export class Postings {
  #data: Uint32Array = NONE
  #length = 0

  /** Takes entries as {@link entries} gave them; they are copied when the first is added. */
  restore(entries: Uint32Array): void {
    this.#data = entries
    this.#length = entries.length
  }

  get length(): number {
    return this.#length
  }

  /** For loops that must be fast: the first `length` entries, to be read with {@link slotOf} and {@link fieldsOf}. */
  get entries(): Uint32Array {
    return this.#data
  }

  /** The fields that hold the word in this record from now on, as bits; 0 for none. */
  put(slot: number, fields: number): void {
    if (fields !== 0 && this.#newest() < slot) {
      this.#append(slot, fields)
      return
    }
    const at = this.#find(slot)
    const isKnown = this.#isAt(at, slot)
    if (fields === 0 && isKnown) this.#data.copyWithin(at, at + 1, this.#length--)
    if (fields === 0) return
    if (!isKnown) {
      this.#data = withRoom(this.#data, this.#length + 1)
      this.#data.copyWithin(at + 1, at, this.#length++)
    }
    this.#data[at] = entryOf(slot, fields)
  }

  /** Fields that hold the word in this record besides those that are known. */
  add(slot: number, fields: number): void {
    const newest = this.#newest()
    if (newest < slot) this.#append(slot, fields)
    else if (newest > slot) this.put(slot, this.fieldsAt(slot) | fields)
    else this.#data[this.#length - 1] = (this.#data[this.#length - 1] as number) | fields
  }

  has(slot: number): boolean {
    return this.fieldsAt(slot) !== 0
  }

  /** The fields that hold the word in this record, as bits; 0 when none does. */
  fieldsAt(slot: number): number {
    const at = this.#find(slot)
    return this.#isAt(at, slot) ? fieldsOf(this.#data[at] as number) : 0
  }

  #newest(): number {
    return this.#length === 0 ? -1 : slotOf(this.#data[this.#length - 1] as number)
  }

  #append(slot: number, fields: number): void {
    if (this.#length === this.#data.length) this.#data = withRoom(this.#data, this.#length + 1)
    this.#data[this.#length++] = entryOf(slot, fields)
  }

  #isAt(at: number, slot: number): boolean {
    return at < this.#length && slotOf(this.#data[at] as number) === slot
  }

  /** The position of a slot, or where it would have to stand. Usually it is the newest, so the end is tried first. */
  #find(slot: number): number {
    let [low, high] = [0, this.#length]
    if (high === 0 || slotOf(this.#data[high - 1] as number) < slot) return high
    while (low < high) {
      const middle = (low + high) >>> 1
      if (slotOf(this.#data[middle] as number) < slot) low = middle + 1
      else high = middle
    }
    return low
  }
}

const entryOf = (slot: number, fields: number): number => ((slot << SLOT_SHIFT) | fields) >>> 0
export const slotOf = (entry: number): number => entry >>> SLOT_SHIFT
export const fieldsOf = (entry: number): number => entry & FIELDS_MASK

/** True when some record is in all of them. */
export function haveCommon(postings: readonly Postings[]): boolean {
  const [fewest, ...others] = [...postings].sort((a, b) => a.length - b.length)
  for (let i = 0; fewest && i < fewest.length; i++) {
    const slot = slotOf(fewest.entries[i] as number)
    if (others.every((other) => other.has(slot))) return true
  }
  return false
}
