import type { FacetName, SearchFacts } from '../index-port.js'
import { withRoom } from '../index/room.js'
import { LiveOrder, type Order } from '../rank/live-order.js'
import { sortInSteps } from '../rank/sort-in-steps.js'

type Value = string | number | null

export const FACET_NAMES = [
  'group',
  'set',
  'province',
  'commune',
  'stars',
  'recognition',
  'platform',
  'producer',
] as const satisfies readonly FacetName[]

/** What a product holds of a facet. */
export const valueOf = (facts: SearchFacts, facet: FacetName): Value | readonly string[] =>
  facts[facet === 'platform' ? 'platforms' : facet]

/** Between the values of a combination. */
const SEPARATOR = '\u0000'

/**
 * One facet of all products as a column of small numbers. A number stands for a combination of values, so a product on
 * three platforms costs no more than one on a single platform.
 */
export class FacetColumn {
  /** By slot: the combination; 0 is none. */
  codes: Uint32Array = new Uint32Array(0)
  readonly #byKey = new Map<string | number, number>([['', 0]])
  readonly #keys = ['']
  readonly #order = new LiveOrder({
    isLive: () => true,
    compare: (a, b) => this.#compare(a, b),
    sortAll: () => sortInSteps(Uint32Array.from(this.#keys.keys()), (a, b) => this.#compare(a, b)),
  })
  #hasSingleValues = true

  /** By combination: its values, with {@link SEPARATOR} between. */
  get keys(): readonly string[] {
    return this.#keys
  }

  /** The combinations in the order of their keys. */
  get order(): Order {
    return this.#order.get()
  }

  /** Makes {@link order} ready step by step; done anyway when it is needed. */
  settle(): Generator<void, void> {
    return this.#order.settle()
  }

  /** The values of a combination. */
  valuesOf(code: number): readonly string[] {
    const key = this.#keys[code] ?? ''
    return key === '' ? [] : this.#hasSingleValues ? [key] : key.split(SEPARATOR)
  }

  /** True while no product has two values of the facet. */
  get hasSingleValues(): boolean {
    return this.#hasSingleValues
  }

  /** The combination that is this value alone; 0 when no product has it. */
  codeOf(value: string): number {
    return this.#byKey.get(value) ?? 0
  }

  /** Takes what a product holds of the facet; see {@link valueOf}. */
  put(slot: number, value: Value | readonly string[]): void {
    if (slot >= this.codes.length) this.codes = withRoom(this.codes, slot + 1)
    this.codes[slot] = this.#codeFor(value)
  }

  #codeFor(value: Value | readonly string[]): number {
    if (value === null) return 0
    if (typeof value === 'object')
      return value.length === 1 ? this.#codeFor(value[0] as string) : this.intern([...value].sort().join(SEPARATOR))
    let code = this.#byKey.get(value)
    if (code === undefined) this.#byKey.set(value, (code = this.intern(String(value))))
    return code
  }

  /** The number of a combination, by its key, given when it is new. */
  intern(key: string): number {
    let code = this.#byKey.get(key)
    if (code === undefined) {
      code = this.#keys.length
      this.#byKey.set(key, code)
      this.#keys.push(key)
      this.#order.touch(code)
      if (key.includes(SEPARATOR)) this.#hasSingleValues = false
    }
    return code
  }

  #compare(a: number, b: number): number {
    return (this.#keys[a] as string) < (this.#keys[b] as string) ? -1 : 1
  }

  /** By combination: 1 when it holds one of the chosen values. */
  accepted(chosen: readonly string[]): Uint8Array {
    const values = new Set(chosen)
    return Uint8Array.from(this.#keys, (_, code) => Number(this.valuesOf(code).some((value) => values.has(value))))
  }
}
