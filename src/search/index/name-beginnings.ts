import { append } from './append.js'
import type { Name } from './names.js'

/** Names are found by so many first letters of any word. */
const [SHORT, LONG] = [2, 4]

/** Finds names of places, groups and producers by what a person has typed of them so far. */
export class NameBeginnings {
  /** By its kind and first letters. */
  readonly #byStart = new Map<string, Name[]>()
  /** By its kind and the first letters of each of its words. */
  readonly #byBeginning = new Map<string, Name[]>()

  add(name: Name): void {
    for (const length of [SHORT, LONG]) {
      append(this.#byStart, name.kind + name.key.slice(0, length), name)
      for (const word of name.key.split(' ')) {
        if (length > word.length) continue
        const names = append(this.#byBeginning, name.kind + word.slice(0, length), name)
        // A name with two such words is there once.
        if (names.at(-2) === name) names.pop()
      }
    }
  }

  /** See {@link Names.suggest}. */
  suggest(words: readonly string[], mostOfAKind: number): Name[] {
    const typed = words.join(' ')
    return (['place', 'group', 'producer'] as const).flatMap((kind) => {
      const namesIn = (lists: ReadonlyMap<string, readonly Name[]>, word: string): readonly Name[] =>
        lists.get(kind + word.slice(0, word.length < LONG ? SHORT : LONG)) ?? []
      const starting = best(namesIn(this.#byStart, typed), mostOfAKind, ({ key }) => key.startsWith(typed))
      const [shortest = []] = words
        .map((word) => namesIn(this.#byBeginning, word))
        .filter(({ length }) => length > 0)
        .sort((a, b) => a.length - b.length)
      const isOther = (name: Name): boolean => name.key.includes(` ${typed}`) && !starting.includes(name)
      return [...starting, ...best(shortest, mostOfAKind - starting.length, isOther)]
    })
  }
}

const mostFirst = (a: Name, b: Name): number => b.count - a.count || (a.text < b.text ? -1 : 1)

/** Those with most products of the names that fit; most are passed over by their number of products alone. */
function best(names: readonly Name[], most: number, fits: (name: Name) => boolean): Name[] {
  const kept: Name[] = []
  let least = most > 0 ? 1 : Infinity
  for (const name of names) {
    if (name.count < least || !fits(name)) continue
    kept.push(name)
    kept.sort(mostFirst).splice(most)
    least = kept[most - 1]?.count ?? least
  }
  return kept
}
