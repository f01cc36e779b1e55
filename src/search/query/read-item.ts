import { phraseKey } from '../index/names.js'
import { fromName, spelledSo, unfinished } from './alternatives.js'
import type { Item, WordItem } from './items.js'
import type { ReadingWord } from './reading.js'
import { haveCommon } from '../index/postings.js'
import type { TextIndex } from '../index/text-index.js'
import { isMarked, type Word } from '../words/word.js'

interface ReaderOptions {
  readonly marksTyped: boolean
  /** By typed word: whether it is said besides the thing itself. */
  readonly side: readonly boolean[]
}

/** Looks up what each part of a query may be in the catalog. */
export function createReader(
  index: TextIndex,
  typed: readonly WordItem[],
  { marksTyped, side }: ReaderOptions,
): (items: readonly Item[]) => ReadingWord[] {
  const { vocabulary } = index
  const areTonesMissing = tonesAreMissing(index, typed)
  const spelled = (word: Word, how: WordItem['how']) => {
    const exactly = how === 'synonym' || how === 'exact' ? vocabulary.find(word) : null
    return exactly
      ? [{ postings: exactly.postings, term: exactly, fit: 1, how }]
      : spelledSo(vocabulary, word, { marksTyped, how, areTonesMissing })
  }

  const readWord = ({ word, how, at, onlyInNames, inOtherMeaning }: WordItem, isLast: boolean): ReadingWord => {
    const known = spelled(word, how)
    const isRequired = !side[at] || typed.length === 1
    const mayGoOn = isLast && how === 'marks' && isRequired
    return {
      alternatives: mayGoOn
        ? unfinished(vocabulary, word, known, { typed: typed.map((item) => item.word), marksTyped })
        : known,
      text: word.fold,
      at,
      isRequired,
      onlyInNames,
      inOtherMeaning,
    }
  }

  return (items) =>
    items.map((item, i) =>
      item.kind === 'word'
        ? readWord(item, i === items.length - 1 && item.at === typed.length - 1)
        : {
            alternatives: item.names.map((name) => fromName(name, item.words, marksTyped)),
            text: phraseKey(item.words),
            at: item.at,
            isRequired: true,
          },
    )
}

/**
 * True for "yên sây": no word bears a tone, and one has letters' marks that the catalog has with a tone only; and for
 * "yên sao", whose words all exist so, but in no product both.
 */
function tonesAreMissing({ vocabulary }: TextIndex, typed: readonly WordItem[]): boolean {
  if (typed.length < 2 || typed.some(({ word }) => word.tone !== 0)) return false
  const marked = typed.filter(({ word }) => isMarked(word))
  if (marked.some(({ word }) => !vocabulary.find(word) && vocabulary.findFold(word.fold))) return true
  const postings = typed.flatMap(({ word }) => vocabulary.find(word)?.postings ?? [])
  return marked.length > 0 && postings.length === typed.length && !haveCommon(postings)
}
