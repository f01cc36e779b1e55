import {
  claimsOf,
  COLLECTIONS,
  type CatalogCollection,
  type CatalogRecords,
  isLookedUp,
  type ClaimKind,
  type GroupOf,
} from './collections.js'

/** The records of one collection in memory, with the look-ups that its entry in the registry names. */
export class Table<C extends CatalogCollection> {
  readonly #records = new Map<string, CatalogRecords[C]>()
  /** Of each claimed value by which records are looked up, the id of the one that holds it. */
  readonly #holders = new Map<ClaimKind, Map<string, string>>()
  readonly #groups: readonly Grouping<CatalogRecords[C]>[]

  constructor(private readonly name: C) {
    const groups: Readonly<Record<string, (record: never) => string | null>> = COLLECTIONS[name].groups
    this.#groups = Object.entries(groups).map(([group, keyOf]) => new Grouping(group, keyOf as never))
  }

  /** Adds or replaces records. They may swap what one may hold alone, so all is given up before any is taken. */
  put(records: readonly CatalogRecords[C][]): void {
    for (const record of records) {
      const previous = this.#records.get(record.id)
      if (previous) this.#giveUp(previous)
      this.#records.set(record.id, record)
      for (const group of this.#groups) group.replace(previous, record)
    }
    for (const record of records) if (this.#records.get(record.id) === record) this.#take(record)
  }

  #giveUp(record: CatalogRecords[C]): void {
    for (const { kind, value } of claimsOf(this.name, record, isLookedUp)) {
      const holders = this.#holders.get(kind)
      if (holders?.get(value) === record.id) holders.delete(value)
    }
  }

  #take(record: CatalogRecords[C]): void {
    for (const { kind, value } of claimsOf(this.name, record, isLookedUp)) {
      let holders = this.#holders.get(kind)
      if (!holders) this.#holders.set(kind, (holders = new Map<string, string>()))
      holders.set(value, record.id)
    }
  }

  get size(): number {
    return this.#records.size
  }

  get(id: string): CatalogRecords[C] | undefined {
    return this.#records.get(id)
  }

  /** In the order in which they first came. */
  values(): IterableIterator<CatalogRecords[C]> {
    return this.#records.values()
  }

  /** @throws {TypeError} for a claim by which no records are looked up. */
  holderOf(claim: string, value: string): CatalogRecords[C] | undefined {
    const claims: Readonly<Record<string, Parameters<typeof isLookedUp>[0]>> = COLLECTIONS[this.name].claims
    if (claims[claim] === undefined || !isLookedUp(claims[claim]))
      throw new TypeError(`${this.name} are not looked up by ${claim}`)
    const id = this.#holders.get(`${this.name}.${claim}`)?.get(value)
    return id === undefined ? undefined : this.#records.get(id)
  }

  grouped(name: GroupOf<C>, key: string): readonly CatalogRecords[C][] {
    return this.#groups.find((group) => group.name === name)?.get(key) ?? []
  }
}

/** A many-to-one grouping that follows single changes. */
class Grouping<R extends { readonly id: string }> {
  /** Most groups have one record, such as the certificate of a product: it stands there by itself. */
  readonly #groups = new Map<string, R | Map<string, R>>()

  constructor(
    readonly name: string,
    private readonly keyOf: (record: R) => string | null,
  ) {}

  replace(previous: R | undefined, next: R): void {
    const key = previous && this.keyOf(previous)
    const nextKey = this.keyOf(next)
    if (previous && key != null && key !== nextKey) this.#remove(key, previous.id)
    if (nextKey !== null) this.#put(nextKey, next)
  }

  #remove(key: string, id: string): void {
    const group = this.#groups.get(key)
    if (group instanceof Map) group.delete(id)
    else if (group?.id === id) this.#groups.delete(key)
  }

  #put(key: string, record: R): void {
    const group = this.#groups.get(key)
    if (group instanceof Map) group.set(record.id, record)
    else if (group && group.id !== record.id)
      this.#groups.set(key, new Map([group, record].map((one) => [one.id, one])))
    else this.#groups.set(key, record)
  }

  get(key: string): readonly R[] {
    const group = this.#groups.get(key)
    if (group instanceof Map) return [...group.values()]
    return group ? [group] : []
  }
}
