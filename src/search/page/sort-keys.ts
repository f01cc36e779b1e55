import type { SearchFacts } from '../index-port.js'
import { KEYS, type KeyedSort } from '../rank/sort-keys.js'

/** What products are sorted by, read from their facts when it is asked for. */
export class SortKeys {
  readonly #facts: SearchFacts[] = []

  put(slot: number, facts: SearchFacts): void {
    this.#facts[slot] = facts
  }

  key(sort: KeyedSort, slot: number): number {
    return KEYS[sort](this.#facts[slot] as SearchFacts)
  }
}
