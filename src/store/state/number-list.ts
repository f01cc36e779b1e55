import { PackedNumbers } from './packed-numbers.js'

const PAGE_BITS = 12
const PAGE = 2 ** PAGE_BITS
const FIRST_ROOM = 8
const GROWTH = 1.25
const NOTHING = new PackedNumbers(0, 0)

/**
 * A list of whole numbers from 0 up, as many bytes for each number as the largest of its page needs. A list that grows gets
 * another page, so nothing is copied and little is spare, however long it is.
 */
export class NumberList {
  length = 0
  /** Each for so many numbers, the first one for as many as it has had to hold. */
  readonly #pages: PackedNumbers[] = []

  at(index: number): number | undefined {
    return index < this.length ? (this.#pages[index >>> PAGE_BITS]?.at(index & (PAGE - 1)) ?? 0) : undefined
  }

  /** Numbers between the end and a place beyond it are 0. */
  set(index: number, value: number): void {
    const [number, place] = [index >>> PAGE_BITS, index & (PAGE - 1)]
    let page = this.#pages[number]
    if (page === undefined || place >= page.length || value >= page.limit) page = this.#widen(number, place, value)
    page.set(place, value)
    if (index >= this.length) this.length = index + 1
  }

  push(value: number): void {
    this.set(this.length, value)
  }

  /** Makes room for a number before others. */
  insert(index: number, value: number): void {
    for (let place = this.length; place > index; place -= 1) this.set(place, this.at(place - 1) ?? 0)
    this.set(index, value)
  }

  /** A page that holds this value at this place, with all that it held before. */
  #widen(number: number, place: number, value: number): PackedNumbers {
    const before = this.#pages[number] ?? NOTHING
    const room = number > 0 ? PAGE : Math.max(before.length, roomFor(place, before.length))
    return (this.#pages[number] = before.copy(room, value))
  }
}

const roomFor = (place: number, room: number): number =>
  place < room ? room : Math.min(PAGE, Math.max(FIRST_ROOM, place + 1, Math.ceil(room * GROWTH)))
