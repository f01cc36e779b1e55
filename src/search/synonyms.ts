import { CatalogError, type FieldIssue } from '../catalog/errors.js'
import { ENGLISH_WORDS } from './query/english-words.js'
import { SHORT_FORM_SYNONYMS } from './query/short-forms.js'
import type { Synonyms } from './synonym.js'
import { exactKey, toPhrase, type Phrase } from './words/phrase.js'

/** One row of `data/search-synonyms.csv`; a cell may hold several spellings with `|` between them. */
export interface SynonymRow {
  readonly northern: string
  readonly southern?: string | undefined
  readonly central_or_other?: string | undefined
  /** `both`: each word finds the others. `one-way`: the others find `northern`'s. `guarded`: see `parseSynonyms`. */
  readonly mode: string
  readonly note?: string | undefined
}

const MODES = ['both', 'guarded', 'one-way']

const spellings = (cell: string): string[] =>
  cell
    .replace(/\([^()]*\)/g, '')
    .split('|')
    .map((text) => text.trim())
    .filter(Boolean)

/** True when a phrase holds another and more. */
function holds(phrase: Phrase, part: Phrase): boolean {
  return phrase.length > part.length && ` ${exactKey(phrase)} `.includes(` ${exactKey(part)} `)
}

/**
 * Reads the rows of a synonym table. In `both` and `guarded` rows every spelling stands for every other; in `one-way`
 * rows the northern words lead to the others and not back. The phrases that the note of a guarded row quotes, such as
 * 'cá dứa' beside dứa, are those in which the word keeps its own meaning. What everybody knows comes with them: short
 * forms such as HTX, numbers, English words.
 *
 * @throws {CatalogError} `INVALID_INPUT` with every fault of every row, paths like `12.mode` (row from 0, column).
 */
export function parseSynonyms(rows: readonly SynonymRow[]): Synonyms[] {
  const issues = rows.flatMap(faultsOf)
  if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
  return [...rows.map(toSynonyms), ...SHORT_FORM_SYNONYMS, ...ENGLISH_WORDS]
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
  const all = [...new Map([...first, ...others].map((phrase) => [exactKey(phrase), phrase])).values()]
  const quoted =
    mode === 'guarded' ? [...note.matchAll(/'([^']{1,60})'/g)].map(([, quote = '']) => toPhrase(quote)) : []
  return {
    from: mode === 'one-way' ? first : all,
    to: mode === 'one-way' ? others : all,
    otherMeanings: quoted.filter((phrase) => all.some((word) => holds(phrase, word))),
    isSame: mode === 'both',
  }
}
