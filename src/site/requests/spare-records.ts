import type { CatalogCollection, CatalogRecords } from '../../catalog/collections.js'
import type { Drafting } from '../drafting.js'

/** The list is made anew at most so often, in milliseconds. */
const EVERY = 60_000

/** Records that nobody needs any more, kept for new ones, so that a collection does not grow with what passes through it. */
export class SpareRecords<C extends CatalogCollection> {
  #listed: CatalogRecords[C][] = []
  #listedAt = -Infinity

  constructor(
    private readonly site: Drafting,
    private readonly collection: C,
    private readonly isSpare: (record: CatalogRecords[C]) => boolean,
  ) {}

  /** A record whose place may be taken; null when a new one is needed. Another process may be faster: then `CONFLICT`. */
  take(): CatalogRecords[C] | null {
    const now = this.site.now().getTime()
    if (this.#listed.length === 0 && now - this.#listedAt >= EVERY) {
      this.#listedAt = now
      this.#listed = this.site.state.all(this.collection).filter(this.isSpare)
    }
    while (this.#listed.length > 0) {
      // Processes begin anywhere, so that they seldom meet.
      const [one] = this.#listed.splice(Math.floor(Math.random() * this.#listed.length), 1)
      if (one && this.site.state.find(this.collection, one.id)?.version === one.version) return one
    }
    return null
  }
}
