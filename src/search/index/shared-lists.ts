import type { SearchDocument } from '../index-port.js'

/** Keeps one copy of the lists that thousands of products have in common: their places, their group and set. */
export class SharedLists {
  readonly #lists = new Map<string, readonly string[]>()

  share(document: SearchDocument): SearchDocument {
    return { ...document, places: this.#one(document.places), groupNames: this.#one(document.groupNames) }
  }

  #one(list: readonly string[]): readonly string[] {
    const key = list.join('\n')
    const known = this.#lists.get(key)
    if (known) return known
    this.#lists.set(key, list)
    return list
  }
}
