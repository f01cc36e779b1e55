import { toPhrase, type Phrase } from './words/phrase.js'

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
  /** True where all say the same, as 1 and một do, or lợn and heo. */
  readonly isSame?: boolean
  /** True for words of another language, whose unknown neighbours are no reason to find nothing. */
  readonly isForeign?: boolean
}

/** Words that lead to others, but not back. */
export const oneWay = (
  from: string,
  to: readonly string[],
  rest: Pick<Synonyms, 'anywhere' | 'isSame' | 'isForeign'> = {},
): Synonyms => ({ from: [toPhrase(from)], to: to.map(toPhrase), otherMeanings: [], ...rest })
