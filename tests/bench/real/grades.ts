import type { RealProduct } from './catalog.js'
import { withoutMarks } from './letters.js'
import { holdsPhrase, holdsWords } from './goods.js'

/** 3 the very thing, 2 the same goods, 1 akin, 0 the rest. */
export type Grade = (product: RealProduct) => number

export interface RealQuery {
  readonly class: string
  readonly text: string
  readonly grade: Grade
}

export type Add = (name: string, make: () => { text: string; grade: Grade } | null) => void

/** What answers the name of a thing: names that have it whole, names with all its words, names of its kind. */
export function ofThing(thing: string): Grade {
  const words = thing.split(' ')
  const kind = words.slice(0, 2).join(' ')
  return ({ canonicalName }) => {
    if (holdsPhrase(canonicalName, thing)) return 3
    if (holdsWords(canonicalName, words)) return 2
    return words.length > 2 && `${canonicalName} `.startsWith(`${kind} `) ? 1 : 0
  }
}

/** Who types a whole name wants that product, then the same goods of others, then goods of the kind. */
export function ofName({ canonicalName, canonicalThing }: RealProduct): Grade {
  const kind = canonicalName.split(' ').slice(0, 2).join(' ')
  return (other) => {
    if (other.canonicalName === canonicalName) return 3
    if (canonicalThing !== null && canonicalThing === other.canonicalThing) return 2
    return canonicalThing?.includes(' ') && `${other.canonicalName} `.startsWith(`${kind} `) ? 1 : 0
  }
}

/** What answers words that are still being typed: names that go on so. */
export function beginningSo(typed: string, isUnmarked: boolean): Grade {
  const plain = isUnmarked ? withoutMarks : (text: string): string => text
  return ({ canonicalName }) => (plain(` ${canonicalName}`).includes(` ${plain(typed)}`) ? 3 : 0)
}
