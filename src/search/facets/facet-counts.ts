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

/** Counts a facet's values over lists of slots: the most frequent first, equal ones by value. */
export function countValues(
  column: FacetColumn,
  lists: readonly Uint32Array[],
  chosen: readonly string[],
): FacetCount[] {
  const found = countCodes(column, lists)
  const all = column.hasSingleValues ? singleValues(column, found, chosen) : severalValues(column, found)
  return all.sort(mostFirst)
}

function countCodes({ codes, keys }: FacetColumn, lists: readonly Uint32Array[]): CodeCounts {
  const counts = new Uint32Array(keys.length)
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
  const least = leastListed(found)
  const listed: FacetCount[] = []
  const equal: string[] = []
  for (const code of seen) {
    const count = counts[code] as number
    if (count < least) continue
    const value = column.keys[code] ?? ''
    if (count > least) listed.push({ value, count })
    else equal.push(value)
  }
  for (const value of firstOf(equal, MOST_FACET_VALUES - listed.length)) listed.push({ value, count: least })
  if (chosen.length === 0) return listed
  const shown = new Set(listed.map(({ value }) => value))
  for (const value of chosen) {
    const code = column.codeOf(value)
    const count = counts[code] ?? 0
    if (code !== 0 && count > 0 && !shown.has(value)) listed.push({ value, count })
  }
  return listed
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

/** The first so many in order, without sorting them all. */
function firstOf(values: readonly string[], wanted: number): string[] {
  let kept: string[] = []
  let last: string | undefined
  for (const value of values) {
    if (last !== undefined && value > last) continue
    kept.push(value)
    if (kept.length < 4 * wanted) continue
    kept = kept.sort().slice(0, wanted)
    last = kept.at(-1)
  }
  return kept.sort().slice(0, wanted)
}

export const mostFirst = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1)
