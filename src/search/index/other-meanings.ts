import { append } from './append.js'
import type { Synonyms } from '../synonym.js'
import { exactKey, type Phrase } from '../words/phrase.js'
import type { Term } from './term.js'
import { wordKey } from '../words/word.js'

/** The neighbours of a word that give it another meaning. */
interface Guard {
  /** The words of the phrase, the ambiguous one among them. */
  readonly keys: readonly string[]
  /** Where the ambiguous one stands, or ends. */
  readonly at: number
}

const NONE: readonly Guard[] = []

/**
 * Knows where a word means something else than the synonym table says: dứa is pineapple, but cá dứa is a fish and
 * lá dứa is pandan. Such places neither lead to synonyms nor are found through them.
 */
export class OtherMeanings {
  /** By the letters of the last word of the ambiguous phrase: the neighbours to beware of, and where the word stands there. */
  readonly #byLetters = new Map<string, Guard[]>()

  /** The phrases in which some word means something else. */
  readonly phrases: readonly Phrase[]

  constructor(synonyms: readonly Synonyms[]) {
    this.phrases = synonyms.flatMap(({ otherMeanings }) => otherMeanings)
    for (const { from, to, otherMeanings } of synonyms)
      for (const phrase of otherMeanings) for (const word of new Set([...from, ...to])) this.#add(phrase, word)
  }

  #add(phrase: Phrase, word: Phrase): void {
    const keys = phrase.map(wordKey)
    const start = keys.findIndex((_, i) => word.every((part, j) => wordKey(part) === keys[i + j]))
    const last = word.at(-1)
    if (start < 0 || !last || word.length === phrase.length) return
    append(this.#byLetters, last.letters, { keys, at: start + word.length - 1 })
  }

  /** The words of a name that never stand there in the meaning of the synonym table. */
  onlyIn(name: readonly Term[]): Term[] {
    const words = name.map(({ word }) => word)
    return name.filter((term) => name.every((other, at) => other !== term || this.isOtherAt(words, at)))
  }

  /** True when the word at this position of a phrase has another meaning there. */
  isOtherAt(phrase: Phrase, at: number): boolean {
    const guards = this.#byLetters.get(phrase[at]?.letters ?? '') ?? NONE
    return guards.some((guard) =>
      guard.keys.every((key, i) => {
        const word = phrase[at - guard.at + i]
        return word && wordKey(word) === key
      }),
    )
  }
}

/** The phrases that only one of the lists has. */
export function changedPhrases(before: readonly Phrase[], after: readonly Phrase[]): Phrase[] {
  const [old, fresh] = [new Set(before.map(exactKey)), new Set(after.map(exactKey))]
  return [...before, ...after].filter((phrase) => !(old.has(exactKey(phrase)) && fresh.has(exactKey(phrase))))
}
