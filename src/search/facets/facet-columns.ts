import type { FacetName, SearchFacts } from '../index-port.js'

/** The facets, with what a product holds of each. */
const VALUES_OF: { readonly [F in FacetName]: (facts: SearchFacts) => readonly string[] } = {
  group: ({ group }) => one(group),
  set: ({ set }) => one(set),
  province: ({ province }) => one(province),
  commune: ({ commune }) => one(commune),
  stars: ({ stars }) => one(stars),
  recognition: ({ recognition }) => [recognition],
  platform: ({ platforms }) => [...platforms].sort(),
  producer: ({ producer }) => one(producer),
}

const one = (value: string | number | null): string[] => (value === null ? [] : [String(value)])

export const FACET_NAMES = Object.keys(VALUES_OF) as FacetName[]

/**
 * One facet of all products as a column of small numbers. A number stands for a combination of values, so a product on
 * three platforms costs no more than one on a single platform.
 */
export class FacetColumn {
  /** By slot: the combination; 0 is none. */
  #codes = new Uint32Array(0)
  readonly #byKey = new Map<string, number>([['', 0]])
  readonly #combinations: (readonly string[])[] = [[]]
  #hasSingleValues = true

  constructor(private readonly facet: FacetName) {}

  get codes(): Uint32Array {
    return this.#codes
  }

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
    if (slot >= this.#codes.length) {
      const grown = new Uint32Array(Math.ceil((slot + 1) * 1.5))
      grown.set(this.#codes)
      this.#codes = grown
    }
    this.#codes[slot] = this.#intern(VALUES_OF[this.facet](facts))
  }

  #intern(values: readonly string[]): number {
    const key = values.length === 1 ? (values[0] ?? '') : values.join('\u0000')
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
