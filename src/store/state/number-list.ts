type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array

const PAGE_BITS = 12
const PAGE = 2 ** PAGE_BITS
const FIRST_ROOM = 8
const GROWTH = 1.25

const kindFor = (largest: number) =>
  largest < 2 ** 8 ? Uint8Array : largest < 2 ** 16 ? Uint16Array : largest < 2 ** 32 ? Uint32Array : Float64Array

/** What an array holds is below this. */
const limitOf = ({ BYTES_PER_ELEMENT: bytes }: Numbers): number => (bytes === 8 ? Infinity : 2 ** (8 * bytes))

/**
 * A list of whole numbers from 0 up, in typed arrays: as many bytes for each number as the largest of its page needs. A list
 * that grows gets another page, so nothing is copied and little is spare, however long it is.
 */
export class NumberList {
  length = 0
  /** Each for so many numbers, the first one for as many as it has had to hold. */
  readonly #pages: Numbers[] = []

  at(index: number): number | undefined {
    return index < this.length ? (this.#pages[index >>> PAGE_BITS]?.[index & (PAGE - 1)] ?? 0) : undefined
  }

  /** Numbers between the end and a place beyond it are 0. */
  set(index: number, value: number): void {
    const [number, place] = [index >>> PAGE_BITS, index & (PAGE - 1)]
    let page = this.#pages[number]
    if (page === undefined || place >= page.length || value >= limitOf(page)) page = this.#widen(number, place, value)
    page[place] = value
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
  #widen(number: number, place: number, value: number): Numbers {
    const before = this.#pages[number] ?? new Uint8Array(0)
    const room = number > 0 ? PAGE : Math.max(before.length, roomFor(place, before.length))
    const kind = kindFor(Math.max(value, limitOf(before) - 1))
    const page: Numbers = new kind(room)
    page.set(before)
    this.#pages[number] = page
    return page
  }
}

const roomFor = (place: number, room: number): number =>
  place < room ? room : Math.min(PAGE, Math.max(FIRST_ROOM, place + 1, Math.ceil(room * GROWTH)))
