import type { Postings } from './postings.js'
import type { Term } from './term.js'
import type { Phrase } from '../words/phrase.js'

/** The name of a place, product group, kind of producer or producer. */
export interface Name {
  /** Its place among all names. */
  readonly id: number
  readonly kind: 'place' | 'group' | 'producerKind' | 'producer'
  readonly text: string
  /** Of places and producers, whose words are found one by one, too. */
  readonly terms: readonly Term[]
  /** Its words without marks, one space between. */
  readonly key: string
  /** Of producers: their own names, without their kind, as {@link key}. */
  readonly own: string
  /** The products that belong to it; of producers it is enough to know how many. */
  readonly postings: Postings | null
  count: number
}

/** The name of a place, group or kind of producer, by which products are found. */
export interface PlaceOrGroup extends Name {
  readonly kind: 'place' | 'group' | 'producerKind'
  readonly words: Phrase
  readonly postings: Postings
}
