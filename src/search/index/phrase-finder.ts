import { isIn } from './is-in.js'
import type { Name } from './name.js'
import { phraseKey } from './names.js'
import type { SharedText, SharedTexts } from './shared-texts.js'
import { OwnText } from './term-lists.js'
import type { TextIndex } from './text-index.js'
import type { Term } from './term.js'
import type { Vocabulary } from './vocabulary.js'
import { marksAgreement } from '../words/marks.js'
import type { Phrase } from '../words/phrase.js'

/** Words side by side are a name only where their marks agree so well. */
const LEAST_AGREEMENT = 0.7

/** True for products in which a phrase stands. */
export type FindsPhrase = (slot: number) => boolean

/**
 * Finds the products in whose name, producer or one of whose places the words of a phrase stand side by side; or with
 * `isProducer` those whose producer is called so. Looks up once which words of the catalog it may be.
 */
export function findPhrase(phrase: Phrase, isProducer: boolean, index: TextIndex): FindsPhrase {
  const { lists } = index
  const wanted = termsOf(phrase, index.vocabulary)
  if (isProducer)
    return remembered(index.producers, ({ names }) => names.some((name) => isCalled(name, phrase, wanted)))
  const numbers = wanted.map((terms) => terms.map(({ id }) => id))
  const isInAny = ({ names }: SharedText): boolean => names.some(({ terms }) => isIn(wanted, terms))
  const [inProducer, inPlaces] = [remembered(index.producers, isInAny), remembered(index.places, isInAny)]
  return (slot) => lists.hasPhrase(slot, OwnText.name, numbers) || inProducer(slot) || inPlaces(slot)
}

/** True for a producer with this name, or this own name, marks agreeing. */
export const isCalled = ({ key, own, terms }: Name, phrase: Phrase, wanted: readonly (readonly Term[])[]): boolean =>
  [key, own].includes(phraseKey(phrase)) && isIn(wanted, terms, terms.length - wanted.length)

const [NO, YES] = [1, 2]

/** Asks once for each of the texts that many products share. */
function remembered(texts: SharedTexts, ask: (shared: SharedText) => boolean): FindsPhrase {
  let answers: Uint8Array | null = null
  return (slot) => {
    // Most phrases are asked of no product.
    answers ??= new Uint8Array(texts.all.length)
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
