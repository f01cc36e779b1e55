import type { FacetColumn } from './facet-columns.js'
import type { FacetCount } from '../index-port.js'

/** Values that a facet lists at most, besides the chosen ones: nobody reads more, and a country has 3,000 communes. */
export const MOST_FACET_VALUES = 200

/** How often each combination of a column stands in some lists of slots. */
interface CodeCounts {
  /** By combination. */
  readonly counts: Uint32Array
  /** Those that stand there at all: few, where few of many thousand products were found. */
  readonly seen: Uint32Array
}

/**
 * Counts a facet's values over lists of slots: the most frequent first, equal ones by value.
 *
 * @param counts - Working memory with room for all combinations of the column, all 0, and so again afterwards.
 */
export function countValues(
  column: FacetColumn,
  lists: readonly Uint32Array[],
  chosen: readonly string[],
  counts: Uint32Array,
): FacetCount[] {
  const found = countCodes(column, lists, counts)
  const values = column.hasSingleValues
    ? singleValues(column, found, chosen)
    : severalValues(column, found).sort(mostFirst)
  counts.fill(0, 0, column.keys.length)
  return values
}

function countCodes({ codes, keys }: FacetColumn, lists: readonly Uint32Array[], counts: Uint32Array): CodeCounts {
  const most = lists.reduce((sum, { length }) => sum + length, 0)
  const seen = new Uint32Array(Math.min(most, keys.length))
  let count = 0
  for (const slots of lists)
    for (let i = 0; i < slots.length; i++) {
      const code = codes[slots[i] as number] as number
      const known = counts[code] as number
      if (known === 0 && code !== 0) seen[count++] = code
      counts[code] = known + 1
    }
  return { counts, seen: seen.subarray(0, count) }
}

function severalValues(column: FacetColumn, { counts, seen }: CodeCounts): FacetCount[] {
  const byValue = new Map<string, number>()
  for (const code of seen)
    for (const value of column.valuesOf(code)) byValue.set(value, (byValue.get(value) ?? 0) + (counts[code] as number))
  return Array.from(byValue, ([value, count]) => ({ value, count }))
}

/** Looks only at numbers until it is known which of perhaps many thousand values are listed. */
function singleValues(column: FacetColumn, found: CodeCounts, chosen: readonly string[]): FacetCount[] {
  const { counts, seen } = found
  const { slots: codes, ranks } = column.order
  const least = leastListed(found)
  const listed: number[] = []
  const equal = new Uint32Array(seen.length)
  let equals = 0
  for (const code of seen) {
    const count = counts[code] as number
    if (count > least) listed.push(code)
    else if (count === least) equal[equals++] = ranks[code] as number
  }
  listed.sort((a, b) => (counts[b] as number) - (counts[a] as number) || (ranks[a] as number) - (ranks[b] as number))
  const first = equal.subarray(0, equals).sort()
  for (const rank of first.subarray(0, MOST_FACET_VALUES - listed.length)) listed.push(codes[rank] as number)
  const others = chosen.map((value) => column.codeOf(value)).filter((code) => code > 0 && !listed.includes(code))
  listed.push(...others.filter((code) => (counts[code] as number) > 0))
  return listed.map((code) => ({ value: column.keys[code] as string, count: counts[code] as number }))
}

/** The count that a value needs to be among the most frequent; some of those that just have it may not be. */
function leastListed({ counts, seen }: CodeCounts): number {
  if (seen.length <= MOST_FACET_VALUES) return 1
  let most = 0
  for (const code of seen) most = Math.max(most, counts[code] as number)
  const withCount = new Uint32Array(most + 1)
  for (const code of seen) {
    const count = counts[code] as number
    withCount[count] = (withCount[count] as number) + 1
  }
  let [least, values] = [most, withCount[most] as number]
  while (least > 1 && values < MOST_FACET_VALUES) values += withCount[--least] as number
  return Math.max(1, least)
}

export const mostFirst = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1)
