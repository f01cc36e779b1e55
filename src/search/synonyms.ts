import { CatalogError, type FieldIssue } from '../catalog/errors.js'
import { tokenize } from './words/tokenize.js'
import { toWord, wordKey, type Word } from './words/word.js'

export type Phrase = readonly Word[]

/** Words that may stand for each other in a query. Marks count: mè (sesame) is not me (tamarind). */
export interface Synonyms {
  /** What a person may type. */
  readonly from: readonly Phrase[]
  /** What is looked for besides. */
  readonly to: readonly Phrase[]
  /** Neighbours in which one of the words means something else: bắp in bắp cải. */
  readonly otherMeanings: readonly Phrase[]
  /** Also in the names of producers and places, as for HTX or BMT; otherwise only in what names and describes a product. */
  readonly anywhere?: boolean
}

/** One row of `data/search-synonyms.csv`; a cell may hold several spellings with `|` between them. */
export interface SynonymRow {
  readonly northern: string
  readonly southern?: string | undefined
  readonly central_or_other?: string | undefined
  readonly mode: string
  readonly note?: string | undefined
}

const MODES = ['both', 'guarded', 'one-way']

const toPhrase = (text: string): Phrase => tokenize(text).map((token) => toWord(token.text))
const spellings = (cell: string): string[] =>
  cell
    .replace(/\([^)]*\)/g, '')
    .split('|')
    .map((text) => text.trim())
    .filter(Boolean)
const keyOf = (phrase: Phrase): string => phrase.map(wordKey).join(' ')

/** True when a phrase holds another and more. */
function holds(phrase: Phrase, part: Phrase): boolean {
  return phrase.length > part.length && ` ${keyOf(phrase)} `.includes(` ${keyOf(part)} `)
}

/** Words that lead to others, but not back. */
export const oneWay = (from: string, to: readonly string[], anywhere = false): Synonyms => ({
  from: [toPhrase(from)],
  to: to.map(toPhrase),
  otherMeanings: [],
  anywhere,
})

/**
 * Reads the rows of a synonym table. In `both` and `guarded` rows every spelling stands for every other; in `one-way`
 * rows the northern words lead to the others and not back. The phrases that the note of a guarded row quotes, such as
 * 'cá dứa' beside dứa, are those in which the word keeps its own meaning.
 *
 * @throws {CatalogError} `INVALID_INPUT` with every fault of every row, paths like `12.mode` (row from 0, column).
 */
export function parseSynonyms(rows: readonly SynonymRow[]): Synonyms[] {
  const issues = rows.flatMap(faultsOf)
  if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
  return rows.map(toSynonyms)
}

function faultsOf({ northern, mode }: SynonymRow, row: number): FieldIssue[] {
  const issues: FieldIssue[] = []
  if (spellings(northern).length === 0) issues.push({ path: `${row}.northern`, code: 'required', params: {} })
  if (!MODES.includes(mode))
    issues.push({ path: `${row}.mode`, code: 'notInList', params: { values: MODES.join(', ') } })
  return issues
}

function toSynonyms({ northern, southern = '', central_or_other = '', mode, note = '' }: SynonymRow): Synonyms {
  const first = spellings(northern).map(toPhrase)
  const others = [...spellings(southern), ...spellings(central_or_other)].map(toPhrase)
  const all = [...new Map([...first, ...others].map((phrase) => [keyOf(phrase), phrase])).values()]
  const quoted =
    mode === 'guarded' ? [...note.matchAll(/'([^']{1,60})'/g)].map(([, quote = '']) => toPhrase(quote)) : []
  return {
    from: mode === 'one-way' ? first : all,
    to: mode === 'one-way' ? others : all,
    otherMeanings: quoted.filter((phrase) => all.some((word) => holds(phrase, word))),
  }
}
