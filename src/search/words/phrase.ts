import { tokenize } from './tokenize.js'
import { toWord, wordKey, type Word } from './word.js'

export type Phrase = readonly Word[]

export const toPhrase = (text: string): Phrase => tokenize(text).map((token) => toWord(token.text))

/** Phrases are the same, marks and all, when these are. */
export const exactKey = (phrase: Phrase): string => phrase.map(wordKey).join(' ')
