import { completions, fromName, spelledSo, WELL_SPELT } from './alternatives.js'
import type { Item, WordItem } from './items.js'
import type { ReadingWord } from './reading.js'
import type { TextIndex } from '../index/text-index.js'
import { isMarked, type Word } from '../words/word.js'

interface ReaderOptions {
  readonly marksTyped: boolean
  /** By typed word: whether it is said besides the thing itself. */
  readonly side: readonly boolean[]
  /** True for words of the catalog: spelt exactly so, and none of them unfinished. */
  readonly areOwn: boolean
}

/** Looks up what each part of a query may be in the catalog. */
export function createReader(
  index: TextIndex,
  typed: readonly WordItem[],
  { marksTyped, side, areOwn }: ReaderOptions,
): (items: readonly Item[]) => ReadingWord[] {
  const { vocabulary } = index
  const areTonesMissing = tonesAreMissing(index, typed)
  const spelled = (word: Word, how: WordItem['how']) => {
    const exactly = areOwn || how === 'synonym' ? vocabulary.find(word) : null
    return exactly
      ? [{ postings: exactly.postings, term: exactly, quality: 1, how }]
      : spelledSo(vocabulary, word, { marksTyped, how, areTonesMissing })
  }

  const readWord = (
    { word, how, at, onlyInNames = false, inOtherMeaning = false }: WordItem,
    isLast: boolean,
  ): ReadingWord => {
    const known = spelled(word, how)
    const isKnown = known.some(({ quality }) => quality >= WELL_SPELT)
    const unfinished = isLast && how === 'marks' ? completions(vocabulary, word, marksTyped, isKnown) : []
    return {
      alternatives: [...known, ...unfinished].sort((a, b) => b.quality - a.quality),
      text: word.fold,
      at,
      isRequired: !side[at] || typed.length === 1,
      onlyInNames,
      inOtherMeaning,
    }
  }

  return (items) =>
    items.map((item, i) =>
      item.kind === 'word'
        ? readWord(item, !areOwn && i === items.length - 1 && item.at === typed.length - 1)
        : {
            alternatives: item.names.map(fromName),
            text: item.words.map((word) => word.fold).join(' '),
            at: item.at,
            isRequired: true,
            onlyInNames: false,
            inOtherMeaning: false,
          },
    )
}

/** True for "yên sây": no word bears a tone, and one has letters' marks that the catalog has with a tone only. */
const tonesAreMissing = ({ vocabulary }: TextIndex, typed: readonly WordItem[]): boolean =>
  typed.length > 1 &&
  typed.every(({ word }) => word.tone === 0) &&
  typed.some(({ word }) => isMarked(word) && !vocabulary.find(word) && vocabulary.findFold(word.fold))
