import type { SearchDocument } from '../../src/search/index-port.js'
import type { Engine } from './search-engines.js'

/** A query with what it is worth to find each product; a query that must find nothing is worth nothing anywhere. */
export interface JudgedQuery {
  readonly class: string
  readonly text: string
  readonly gainOf: (id: string) => number
  /** The ten best gains there are. */
  readonly ideal: readonly number[]
}

/** A catalog with judged queries. */
export interface JudgedSet {
  readonly name: string
  readonly documents: readonly SearchDocument[]
  readonly queries: readonly JudgedQuery[]
}

export interface Outcome {
  readonly query: JudgedQuery
  readonly ndcg: number
  readonly found: number
  readonly milliseconds: number
}

interface Graded<P> {
  readonly class: string
  readonly text: string
  readonly grade: (product: P) => number
}

/** Turns grades into gains: each grade is worth more than twice the one below it. */
const gainOf = (grade: number): number => 2 ** grade - 1
const TEN = 10
/** The class of queries that must find nothing. */
const NOTHING = 'nothing'

/** Makes a judged set of products and queries that grade them up to `best`. */
export function judgedSet<P>(
  name: string,
  products: readonly P[],
  queries: readonly Graded<P>[],
  { toDocument, best }: { readonly toDocument: (product: P) => SearchDocument; readonly best: number },
): JudgedSet {
  const documents = products.map(toDocument)
  const byId = new Map(documents.map(({ id }, i) => [id as string, products[i] as P]))
  return {
    name,
    documents,
    queries: queries.flatMap((query) => {
      const ideal = idealGains(products, query.grade, best)
      const gain = (id: string): number => {
        const product = byId.get(id)
        return product === undefined ? 0 : gainOf(query.grade(product))
      }
      // What a catalog of this size does not have says nothing of the search.
      return ideal.length > 0 || query.class === NOTHING
        ? [{ class: query.class, text: query.text, gainOf: gain, ideal }]
        : []
    }),
  }
}

function idealGains<P>(products: readonly P[], grade: (product: P) => number, best: number): number[] {
  const counts = new Array<number>(best + 1).fill(0)
  for (const product of products) {
    const own = grade(product)
    counts[own] = (counts[own] ?? 0) + 1
    if (counts[best] === TEN) break
  }
  return counts
    .flatMap((count, own) => Array<number>(own === 0 ? 0 : Math.min(TEN, count)).fill(gainOf(own)))
    .reverse()
    .slice(0, TEN)
}

export function timed<T>(work: () => T): { value: T; milliseconds: number } {
  const start = performance.now()
  const value = work()
  return { value, milliseconds: performance.now() - start }
}

/** After a round to warm up, each query's best time of `rounds`: what else the machine does is not the engine's. */
export function run(engine: Engine, queries: readonly JudgedQuery[], rounds: number): Outcome[] {
  if (rounds > 1) for (const { text } of queries) engine.search(text)
  return queries.map((query) => {
    const times = Array.from({ length: rounds }, () => timed(() => engine.search(query.text)))
    const gains = (times[0]?.value ?? []).map(query.gainOf)
    const milliseconds = Math.min(...times.map((round) => round.milliseconds))
    return { query, ndcg: ndcg(gains, query.ideal), found: gains.length, milliseconds }
  })
}

const discounted = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0)

/** For a query without answers: 1 when nothing was found. */
const ndcg = (gains: readonly number[], ideal: readonly number[]): number =>
  ideal.length === 0 ? Number(gains.length === 0) : discounted(gains) / discounted(ideal)

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
