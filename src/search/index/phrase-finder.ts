import { isIn } from './is-in.js'
import type { SharedText, SharedTexts } from './shared-texts.js'
import { OwnText } from './term-lists.js'
import type { TextIndex } from './text-index.js'
import type { Term, Vocabulary } from './vocabulary.js'
import { marksAgreement } from '../words/marks.js'
import type { Phrase } from '../words/phrase.js'

/** Words side by side are a name only where their marks agree so well. */
const LEAST_AGREEMENT = 0.7

/** True when the words of a phrase stand side by side in the product's name, producer or one of its places. */
export type FindsPhrase = (slot: number) => boolean

/** Looks up once which words of the catalog a phrase may be, so that many products can be asked for it. */
export function findPhrase(phrase: Phrase, index: TextIndex): FindsPhrase {
  const { lists } = index
  const wanted = termsOf(phrase, index.vocabulary)
  const numbers = wanted.map((terms) => terms.map(({ id }) => id))
  const isInAny = ({ names }: SharedText): boolean => names.some(({ terms }) => isIn(wanted, terms))
  const [inProducer, inPlaces] = [remembered(index.producers, isInAny), remembered(index.places, isInAny)]
  return (slot) => lists.hasPhrase(slot, OwnText.name, numbers) || inProducer(slot) || inPlaces(slot)
}

const [NO, YES] = [1, 2]

/** Asks once for each of the texts that many products share. */
function remembered(texts: SharedTexts, ask: (shared: SharedText) => boolean): FindsPhrase {
  const answers = new Uint8Array(texts.all.length)
  return (slot) => {
    const id = texts.ids[slot] as number
    const known = answers[id] as number
    return (known || (answers[id] = ask(texts.at(slot)) ? YES : NO)) === YES
  }
}

/** By word of a phrase: the terms that it may be. */
export const termsOf = (phrase: Phrase, vocabulary: Vocabulary): Term[][] =>
  phrase.map((word) => {
    const terms = vocabulary.findFold(word.fold)?.terms ?? []
    return terms.filter((term) => marksAgreement(word, term.word, true) >= LEAST_AGREEMENT)
  })
