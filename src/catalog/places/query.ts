import { withAliases } from './aliases.js'
import { nameKey, toWords, unmarked } from './names.js'
import { readKind, type UnitKind } from './unit-kinds.js'

/** One way to read a typed place: the name first, and what may stand behind it. */
export interface QueryReading {
  readonly words: readonly string[]
  readonly key: string
  /** Typed without any mark: no mark can speak against a name. */
  readonly isPlain: boolean
  /** What the person says it is; empty when nothing is said. */
  readonly kinds: readonly UnitKind[]
  /** For each length of key at which a word ends: how many words that is, and the keys of what stands behind them. */
  readonly cuts: ReadonlyMap<number, { readonly words: number; readonly behind: readonly string[] }>
}

const LONGEST_QUERY = 200

/**
 * The ways to read what was typed. "xa hoa dong krong pac" may be a name as it stands, or a commune Hòa Đông with its
 * district behind it; short and former names are read both ways.
 */
export function readQuery(text: string): readonly QueryReading[] {
  const words = toWords(text.slice(0, LONGEST_QUERY))
  if (words.length === 0) return []
  const kind = readKind(words)
  return [
    ...withAliases(words).map((reading) => toReading(reading, [])),
    ...(kind ? withAliases(kind.rest).map((reading) => toReading(reading, kind.kinds)) : []),
  ]
}

function toReading(words: readonly string[], kinds: readonly UnitKind[]): QueryReading {
  const cuts = new Map<number, { words: number; behind: string[] }>()
  for (let count = 1; count < words.length; count++)
    cuts.set(keyOf(words.slice(0, count)).length, { words: count, behind: keysBehind(words.slice(count)) })
  return { words, key: keyOf(words), isPlain: words.join(' ') === unmarked(words.join(' ')), kinds, cuts }
}

const keyOf = (words: readonly string[]): string => nameKey(words.join(' '))

/** Behind a name come its district and province, each perhaps with its kind: "huyện Krông Pắc tỉnh Đắk Lắk". */
function keysBehind(words: readonly string[]): string[] {
  const plain: string[] = []
  for (let rest = words; rest.length > 0;) {
    const kind = readKind(rest)
    rest = kind?.rest ?? rest
    plain.push(...rest.slice(0, 1))
    rest = rest.slice(1)
  }
  return [...new Set([...withAliases(words), ...withAliases(plain)].map(keyOf))]
}
