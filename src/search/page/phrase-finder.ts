import type { Term } from '../index/vocabulary.js'
import { isIn } from '../index/is-in.js'
import { termsOf, type FindsPhrase } from '../index/phrase-finder.js'
import type { Phrase } from '../words/phrase.js'
import type { TextIndex } from './text-index.js'

/** True when the words of a phrase stand side by side in the product's name, producer or one of its places. */
export function findPhrase(phrase: Phrase, index: TextIndex): FindsPhrase {
  const wanted = termsOf(phrase, index.vocabulary)
  const holds = (terms: readonly Term[]): boolean => isIn(wanted, terms)
  return (slot) =>
    holds(index.nameTerms(slot)) ||
    holds(index.producerTerms(slot)) ||
    [...index.placesOf(slot)].some(({ terms }) => holds(terms))
}
