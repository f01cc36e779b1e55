import type { FacetName, SearchFacts } from '../index-port.js'
import { withRoom } from '../index/room.js'

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
  readonly #combinations: (readonly string[])[] = [[]]
  #hasSingleValues = true

  constructor(private readonly facet: FacetName) {}

  get combinations(): readonly (readonly string[])[] {
    return this.#combinations
  }

  /** True while no product has two values of the facet. */
  get hasSingleValues(): boolean {
    return this.#hasSingleValues
  }

  /** The combination that is this value alone; 0 when no product has it. */
  codeOf(value: string): number {
    return this.#byKey.get(value) ?? 0
  }

  put(slot: number, facts: SearchFacts): void {
    this.codes = withRoom(this.codes, slot + 1)
    this.codes[slot] = this.#codeFor(valueOf(facts, this.facet))
  }

  #codeFor(value: Value | readonly string[]): number {
    if (value === null) return 0
    if (typeof value === 'object')
      return value.length === 1 ? this.#codeFor(value[0] as string) : this.intern([...value].sort())
    let code = this.#byKey.get(value)
    if (code === undefined) this.#byKey.set(value, (code = this.intern([String(value)])))
    return code
  }

  /** The number of a combination, given when it is new. */
  intern(values: readonly string[]): number {
    const key = values.join(SEPARATOR)
    let code = this.#byKey.get(key)
    if (code === undefined) {
      code = this.#combinations.length
      this.#byKey.set(key, code)
      this.#combinations.push(values)
      if (values.length > 1) this.#hasSingleValues = false
    }
    return code
  }

  /** By combination: 1 when it holds one of the chosen values. */
  accepted(chosen: readonly string[]): Uint8Array {
    const values = new Set(chosen)
    return Uint8Array.from(this.#combinations, (combination) => Number(combination.some((value) => values.has(value))))
  }
}
