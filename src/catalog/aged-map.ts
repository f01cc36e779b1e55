/**
 * A map that knows which of its entries was set longest ago, for what is kept only so long or in such a number.
 *
 * A plain `Map` keeps that order, too, but the places of what was deleted stay in it until it is made anew: to ask one of tens
 * of thousands of entries for its first one each time, and to delete that, takes longer than all else that is done with it.
 */
export class AgedMap<K, V> {
  readonly #entries = new Map<K, V>()
  /** All before it are deleted, so it never passes over the same place twice. */
  #walk = this.#entries.entries()
  /** Where the walk stands; null when it has to go on. */
  #oldest: readonly [K, V] | null = null

  get size(): number {
    return this.#entries.size
  }

  get(key: K): V | undefined {
    return this.#entries.get(key)
  }

  /** Adds or replaces an entry, which is the newest from now on. */
  set(key: K, value: V): void {
    this.delete(key)
    this.#entries.set(key, value)
  }

  delete(key: K): void {
    if (this.#oldest?.[0] === key) this.#oldest = null
    this.#entries.delete(key)
  }

  /** The entry that was set longest ago; null when there is none. */
  oldest(): readonly [key: K, value: V] | null {
    this.#oldest ??= this.#walk.next().value ?? this.#fromStart()
    return this.#oldest
  }

  /** A walk that has come to its end does not go on with what comes later. */
  #fromStart(): readonly [K, V] | null {
    this.#walk = this.#entries.entries()
    return this.#walk.next().value ?? null
  }
}
