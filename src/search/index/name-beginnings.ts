import { append } from './append.js'
import type { Name } from './name.js'
import { withRoom } from './room.js'

/** Names are found by so many first letters of any word. */
const [SHORT, LONG] = [2, 4]

/** Finds names of places, groups and producers by what a person has typed of them so far. */
export class NameBeginnings {
  /** By number of a name: how many products it has. */
  #counts: Uint32Array = new Uint32Array(0)
  readonly #kinds = { place: new NamesOfAKind(), group: new NamesOfAKind(), producer: new NamesOfAKind() }

  add(name: Name): void {
    this.#counts = withRoom(this.#counts, name.id + 1)
    if (name.kind !== 'producerKind') this.#kinds[name.kind].add(name)
  }

  /** The number of products that a name has is another now. */
  recount({ id, count }: Name): void {
    this.#counts[id] = count
  }

  /**
   * Names that hold these plain words side by side, the last one perhaps unfinished: of each kind the best, those that
   * begin so first, then those with most products.
   */
  suggest(words: readonly string[], mostOfAKind: number): Name[] {
    return Object.values(this.#kinds).flatMap((names) => names.suggest(words, mostOfAKind, this.#counts))
  }
}

/** Lists of numbers: to pass over thousands of names takes no look at the names. */
class NamesOfAKind {
  /** By number. */
  readonly #names: Name[] = []
  /** By the first letters of a name. */
  readonly #byStart = new Map<string, number[]>()
  /** By the first letters of each of its words. */
  readonly #byBeginning = new Map<string, number[]>()
  /** By word: the lists of its beginnings. */
  readonly #ofWord = new Map<string, readonly number[][]>()
  /** The same by plain word of the catalog. */
  readonly #ofFold: (readonly number[][])[] = []

  add(name: Name): void {
    const { id, key, terms } = name
    this.#names[id] = name
    append(this.#byStart, key.slice(0, SHORT), id)
    if (key.length > SHORT) append(this.#byStart, key.slice(0, LONG), id)
    if (name.kind === 'producer')
      for (const { fold } of terms) note(id, (this.#ofFold[fold.id] ??= this.#listsOf(fold.text)))
    else for (const word of key.split(' ')) note(id, this.#listsOf(word))
  }

  suggest(words: readonly string[], most: number, counts: Uint32Array): Name[] {
    const typed = words.join(' ')
    const starting = this.#best(listIn(this.#byStart, typed), most, counts, ({ key }) => key.startsWith(typed))
    const [shortest = []] = words
      .filter((word) => word.length >= SHORT)
      .map((word) => listIn(this.#byBeginning, word))
      .sort((a, b) => a.length - b.length)
    const isOther = (name: Name): boolean => name.key.includes(` ${typed}`) && !starting.includes(name)
    return [...starting, ...this.#best(shortest, most - starting.length, counts, isOther)]
  }

  /** Those with most products of the names that fit; most are passed over by their number of products alone. */
  #best(ids: readonly number[], most: number, counts: Uint32Array, fits: (name: Name) => boolean): Name[] {
    const kept: Name[] = []
    let least = most > 0 ? 1 : Infinity
    for (const id of ids) {
      if ((counts[id] as number) < least) continue
      const name = this.#names[id] as Name
      if (!fits(name)) continue
      kept.push(name)
      kept.sort(mostFirst).splice(most)
      least = kept[most - 1]?.count ?? least
    }
    return kept
  }

  #listsOf(word: string): readonly number[][] {
    let lists = this.#ofWord.get(word)
    if (!lists) {
      lists = [SHORT, LONG]
        .filter((length) => length <= word.length)
        .map((length) => this.#listOf(word.slice(0, length)))
      this.#ofWord.set(word, lists)
    }
    return lists
  }

  #listOf(beginning: string): number[] {
    let ids = this.#byBeginning.get(beginning)
    if (!ids) this.#byBeginning.set(beginning, (ids = []))
    return ids
  }
}

/** A name with two such words is there once. */
function note(id: number, lists: readonly number[][]): void {
  for (const ids of lists) if (ids.at(-1) !== id) ids.push(id)
}

const listIn = (lists: ReadonlyMap<string, readonly number[]>, typed: string): readonly number[] =>
  lists.get(typed.slice(0, typed.length < LONG ? SHORT : LONG)) ?? []

const mostFirst = (a: Name, b: Name): number => b.count - a.count || (a.text < b.text ? -1 : 1)
