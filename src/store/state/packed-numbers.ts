type Words = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** No typed array has elements of three bytes: those lie in single ones. */
const THREE = 3

const widthFor = (largest: number): number => {
  const bytes = [1, 2, THREE, 4].find((width) => largest < 2 ** (8 * width))
  return bytes ?? Float64Array.BYTES_PER_ELEMENT
}

const wordsOf = (length: number, width: number): Words => {
  if (width === THREE) return new Uint8Array(THREE * length)
  return new { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array }[width as 1 | 2 | 4 | 8](length)
}

/**
 * So many whole numbers from 0 up, each in as few bytes as the largest of them needs: 1 to 4, or 8. The ordinals of
 * sixteen million orders need three.
 */
export class PackedNumbers {
  /** All that it can hold is below this. */
  readonly limit: number
  readonly #isThree: boolean
  readonly #words: Words

  constructor(
    readonly length: number,
    largest: number,
  ) {
    const width = widthFor(largest)
    this.limit = width === Float64Array.BYTES_PER_ELEMENT ? Infinity : 2 ** (8 * width)
    this.#isThree = width === THREE
    this.#words = wordsOf(length, width)
  }

  /** `index` is below `length`. */
  at(index: number): number {
    const words = this.#words
    if (!this.#isThree) return words[index] ?? 0
    const first = THREE * index
    return (words[first] ?? 0) | ((words[first + 1] ?? 0) << 8) | ((words[first + 2] ?? 0) << 16)
  }

  /** `index` is below `length`, the value below `limit`. */
  set(index: number, value: number): void {
    const words = this.#words
    if (!this.#isThree) {
      words[index] = value
      return
    }
    const first = THREE * index
    words[first] = value
    words[first + 1] = value >>> 8
    words[first + 2] = value >>> 16
  }

  /** The same numbers with room for so many, and for one as large as this. */
  copy(length: number, largest: number): PackedNumbers {
    const copy = new PackedNumbers(length, Math.max(largest, this.limit - 1))
    for (let index = 0; index < this.length; index += 1) copy.set(index, this.at(index))
    return copy
  }
}
