import type { SynonymRule } from '../catalog/office/synonym-rule.js'
import type { Synonyms } from './synonym.js'
import { toPhrase, type Phrase } from './words/phrase.js'

type Rule = Pick<SynonymRule, 'words' | 'means' | 'direction' | 'notIn' | 'status'>

const phrases = (texts: readonly string[]): Phrase[] => texts.map(toPhrase).filter((phrase) => phrase.length > 0)

/** An office's rules that are in use, as the search takes them. */
export const toOwnSynonyms = (rules: readonly Rule[]): Synonyms[] =>
  rules.flatMap(({ words, means, direction, notIn, status }) => {
    const [from, to, otherMeanings] = [phrases(words), phrases(means), phrases(notIn)]
    const all = [...from, ...to]
    if (status !== 'used' || from.length === 0 || to.length === 0) return []
    return [direction === 'both' ? { from: all, to: all, otherMeanings } : { from, to, otherMeanings }]
  })
