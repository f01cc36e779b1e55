import { fieldError } from '../../catalog/errors.js'
import { fold } from '../../catalog/text.js'

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
const MARKS = /\p{M}|[đĐ]/u

const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** The spelling with marks, where each word's tone may stand on either vowel: `hoà` is `hòa`. */
const spellingOf = (name: string): string =>
  words(name.normalize('NFD'))
    .split(' ')
    .map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .join(' ')

const isPlain = (name: string): boolean => !MARKS.test(name.normalize('NFD'))

interface Entry<T> {
  readonly name: string
  /** Tells namesakes apart for people. */
  readonly remark: string
  /** As the name is written, and with what is short in it written out. */
  readonly written: string
  readonly spelling: string
  readonly value: T
}

const describe = (entries: readonly Entry<unknown>[]): string =>
  entries
    .slice(0, 5)
    .map(({ name, remark }) => (remark ? `${name} (${remark})` : name))
    .join('; ')

/**
 * Finds things by name as people type it: case, punctuation and the place of tones do not matter, and marks may be
 * missing altogether. Different marks are different names: `dừa` (coconut) is not `dứa` (pineapple).
 */
export class NameDirectory<T> {
  readonly #entries = new Map<string, Entry<T>[]>()

  /** @param writeOut - Makes ways to write a name one: `HTX Ea Tu` and `Hợp tác xã Ea Tu`. */
  constructor(private readonly writeOut: (name: string) => string = (name) => name) {}

  /** @param scope - Names are told apart within it, such as one producer's products. */
  put(scope: string, name: string, value: T, remark = ''): void {
    const key = this.#keyOf(scope, name)
    const entries = this.#entries.get(key) ?? []
    entries.push({ name, remark, written: spellingOf(name), spelling: spellingOf(this.writeOut(name)), value })
    this.#entries.set(key, entries)
  }

  /** Forgets every name. */
  clear(): void {
    this.#entries.clear()
  }

  /**
   * What the name means: null when nothing bears it, with `looksLike` for a near miss.
   *
   * @param field - Where a fault is reported.
   * @throws {CatalogError} `INVALID_INPUT` when it may mean several, with their names.
   */
  find(scope: string, name: string, field: string): { value: T | null; looksLike?: string | undefined } {
    const entries = this.#entries.get(this.#keyOf(scope, name)) ?? []
    const [written, spelling] = [spellingOf(name), spellingOf(this.writeOut(name))]
    const meant =
      [
        entries.filter((entry) => entry.written === written),
        entries.filter((entry) => entry.spelling === spelling),
        entries.filter((entry) => isPlain(name) || isPlain(entry.name)),
      ].find((some) => some.length > 0) ?? []
    if (new Set(meant.map(({ value }) => value)).size > 1)
      throw fieldError(field, 'ambiguous', { value: name, candidates: describe(meant) })
    const [one] = meant
    return one ? { value: one.value } : { value: null, looksLike: entries[0]?.name }
  }

  #keyOf(scope: string, name: string): string {
    return `${scope}\n${words(fold(this.writeOut(name)))}`
  }
}
