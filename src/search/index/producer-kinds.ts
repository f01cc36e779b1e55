import type { SearchDocument } from '../index-port.js'

/** How a kind of producer is called, the name that is shown first. */
const NAMES: readonly (readonly [kind: string, names: readonly string[]])[] = [
  ['cooperative', ['Hợp tác xã', 'HTX']],
  ['cooperativeGroup', ['Tổ hợp tác', 'THT']],
  ['enterprise', ['Công ty', 'Doanh nghiệp', 'CTY']],
  ['household', ['Hộ kinh doanh', 'Hộ sản xuất', 'HKD']],
]

export const PRODUCER_KINDS: readonly (readonly string[])[] = NAMES.map(([, names]) => names)

/** The number of the kind of a product's producer, from 1; 0 for kinds without a name. */
export const kindOf = ({ producer, producerKind }: Pick<SearchDocument, 'producer' | 'producerKind'>): number => {
  const kind = producerKind ?? kindInName(producer)
  return NAMES.findIndex(([name]) => name === kind) + 1
}

const BEGINNINGS = NAMES.flatMap(([kind, names]) => names.map((name) => ({ kind, name: name.toLowerCase() })))
const LONGEST = Math.max(...BEGINNINGS.map(({ name }) => name.length))

/** The kind that a producer's name begins with; null when it says none. */
function kindInName(producer: string): string | null {
  const beginning = producer.slice(0, LONGEST).toLowerCase()
  return BEGINNINGS.find(({ name }) => beginning.startsWith(name))?.kind ?? null
}
