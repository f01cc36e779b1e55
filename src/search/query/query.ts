import { blank, findFilterWords } from './filter-words.js'
import { mergeFilters } from './filter-merge.js'
import type { SearchFilters, SearchQuery, Understood } from '../index-port.js'
import type { NameItem } from './items.js'
import { LONGEST_QUERY, readWords, type QueryWord } from './query-words.js'
import { understand, type Readings } from './readings.js'
import type { SynonymTable } from './synonym-table.js'
import type { PlaceOrGroup } from '../index/name.js'
import { phraseKey } from '../index/names.js'
import type { TextIndex } from '../index/text-index.js'
import { toPhrase } from '../words/phrase.js'

/** A query taken apart. */
export interface ReadQuery {
  readonly text: string
  readonly words: readonly QueryWord[]
  /** Null when nothing is searched for but filters. */
  readonly readings: Readings | null
  /** True when text was typed that can fit nothing. */
  readonly isNoise: boolean
  /** True when what is searched for says nothing of a product, such as "sản phẩm OCOP": all are meant, unless some are called so. */
  readonly meansAll: boolean
  readonly filters: SearchFilters
  readonly understood: readonly Understood[]
}

/** Characters that nobody types who looks for a product, but programs that probe a site. */
const CODE = /[<>{}=\\|]|--|\/\*/
/** What programs send that lost the words, as they spell it. */
const LOST = /^\s*(?:null|NULL|nil|None|undefined|NaN|true|false|\[object Object\])\s*$/
/** Nobody sees them; nor is the sign of 40°N read. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]|°(?=n)/gi
/** Longer texts are not read at all. */
const LONGEST_TEXT = 2 * LONGEST_QUERY

/** Takes a query apart: filters that are said in words, words, and the ways to understand them. */
export function readQuery(query: SearchQuery, index: TextIndex, table: SynonymTable): ReadQuery {
  const text = query.text.length > LONGEST_TEXT ? query.text : query.text.normalize('NFC').replace(INVISIBLE, '')
  const filterWords =
    query.literal || text.length > LONGEST_QUERY
      ? []
      : findFilterWords(text).filter(({ start, end }) => !isOwnName(text.slice(start, end), index))
  const rest = filterWords.reduce((left, { start, end }) => blank(left, start, end), text)
  // Blanks and signs that nobody sees are no wish for everything.
  const isEmpty = !/\S/.test(rest) && (filterWords.length > 0 || query.text === '')
  const words =
    isEmpty || CODE.test(rest) || LOST.test(rest)
      ? []
      : readWords(rest, index.vocabulary, (word) => table.hasWord(word))
  const readings = words.length > 0 ? understand(words, index, table, { literal: query.literal }) : null
  return {
    text,
    words,
    readings,
    isNoise: !isEmpty && !readings,
    meansAll: readings?.meansAll ?? true,
    filters: mergeFilters(query.filters, filterWords),
    understood: [
      ...filterWords.map(({ kind, start, end, filters }) =>
        chip(text, kind, start, end, text.slice(start, end), filters),
      ),
      ...(readings?.names ?? []).map((item) => nameChip(text, item, words)),
    ],
  }
}

/** True for the Ba Sao of a producer or a place of that name: whoever means stars writes them small. */
function isOwnName(words: string, { names }: TextIndex): boolean {
  const key = phraseKey(toPhrase(words))
  return /^(?:\p{Lu}\p{Ll}+ ?){2}$/u.test(words) && names.ofProducer(key) + names.find(key).length > 0
}

function nameChip(text: string, item: NameItem, words: readonly QueryWord[]): Understood {
  const [first, last] = [words[item.at], words[item.at + item.words.length - 1]] as [QueryWord, QueryWord]
  const { kind, text: name } = item.names[0] as PlaceOrGroup
  return chip(text, kind, first.range[0], last.range[1], name)
}

const chip = (
  text: string,
  kind: Understood['kind'],
  start: number,
  end: number,
  name: string,
  filters: SearchFilters = { facets: {} },
): Understood => ({
  kind,
  text: text.slice(start, end),
  name,
  filters,
  without: blank(text, start, end).replace(/\s+/g, ' ').trim(),
})
