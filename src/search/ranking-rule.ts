import { FIELD_WEIGHTS } from './index/fields.js'
import { JUDGEMENT } from './rank/judge.js'
import { MOST_JUDGED } from './rank/ranking.js'

/**
 * How search results are put in order, for the page that says so (Law 122/2025/QH15 asks for the main parameters). These
 * are the very numbers that the search works with. Nobody can pay for a place.
 */
export const RANKING_RULE = {
  /** What each part gives to a product's place, adding up to 1. */
  parts: JUDGEMENT,
  /** What a word is worth by where it was found. */
  fields: FIELD_WEIGHTS,
  /** So many of the best are judged by all parts; those after them by words and length of the name alone. */
  judged: MOST_JUDGED,
  /** Among products that fit equally well, and in the whole list when nothing is searched for. */
  ties: ['validCertificate', 'moreStars', 'inStock', 'vietnameseNameOrder', 'id'],
} as const
