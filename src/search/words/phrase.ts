import { tokenize } from './tokenize.js'
import { toWord, type Word } from './word.js'

export type Phrase = readonly Word[]

export const toPhrase = (text: string): Phrase => tokenize(text).map((token) => toWord(token.text))
