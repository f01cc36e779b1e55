import type { Name } from '../index/name.js'

/** The names of a catalog small enough to look at each one. */
export class NameBeginnings {
  readonly #names: Name[] = []

  add(name: Name): void {
    this.#names.push(name)
  }

  /** Nothing: each name says how many it has. */
  recount(): void {}

  suggest(words: readonly string[], mostOfAKind: number): Name[] {
    const typed = words.join(' ')
    const startsSo = ({ key }: Name): number => Number(key.startsWith(typed))
    const found = this.#names
      .filter(({ key, count }) => typed.length > 1 && count > 0 && ` ${key}`.includes(` ${typed}`))
      .sort((a, b) => startsSo(b) - startsSo(a) || b.count - a.count || (a.text < b.text ? -1 : 1))
    return ['place', 'group', 'producer'].flatMap((kind) =>
      found.filter((name) => name.kind === kind).slice(0, mostOfAKind),
    )
  }
}
