import type { Freshness } from '../../site/freshness.js'
import type { KeptPage } from './kept-page.js'

/** What a page takes beside its bodies: its headers, its address, the list of what it shows. */
const OVERHEAD = 3000

interface Entry {
  readonly page: KeptPage
  bytes: number
}

/** Pages by address and language, as many as fit into so many bytes; the one asked for longest ago makes room. */
export class KeptPages {
  readonly #entries = new Map<string, Entry>()
  #bytes = 0

  constructor(
    private readonly freshness: Freshness,
    private readonly mostBytes: number,
  ) {}

  /** The page, unless there is none or it no longer says the truth. */
  find(key: string): KeptPage | null {
    const entry = this.#entries.get(key)
    if (!entry) return null
    this.#entries.delete(key)
    if (!entry.page.isFresh(this.freshness)) {
      this.#bytes -= entry.bytes
      return null
    }
    this.#entries.set(key, entry)
    return entry.page
  }

  /** To be called when another form of a kept page was made. */
  weigh(key: string): void {
    const entry = this.#entries.get(key)
    if (entry) this.keep(key, entry.page)
  }

  keep(key: string, page: KeptPage): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0
    this.#entries.delete(key)
    const bytes = page.body.bytes + 2 * key.length + OVERHEAD
    this.#entries.set(key, { page, bytes })
    this.#bytes += bytes
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.mostBytes) break
      this.#entries.delete(oldest)
      this.#bytes -= entry.bytes
    }
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#entries.size
  }
}
