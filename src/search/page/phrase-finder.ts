import type { Term } from '../index/term.js'
import { isIn } from '../index/is-in.js'
import { isCalled, termsOf, type FindsPhrase } from '../index/phrase-finder.js'
import type { Phrase } from '../words/phrase.js'
import type { TextIndex } from './text-index.js'

/** As on a server: by name, producer and places side by side, or by what the producer is called. */
export function findPhrase(phrase: Phrase, isProducer: boolean, index: TextIndex): FindsPhrase {
  const wanted = termsOf(phrase, index.vocabulary)
  const holds = (terms: readonly Term[]): boolean => isIn(wanted, terms)
  return (slot) =>
    isProducer
      ? isCalled(index.producerOf(slot), phrase, wanted)
      : holds(index.nameTerms(slot)) ||
        holds(index.producerOf(slot).terms) ||
        [...index.placesOf(slot)].some(({ terms }) => holds(terms))
}
