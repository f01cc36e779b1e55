import { hash } from 'node:crypto'
import { AgedMap } from '../../catalog/aged-map.js'
import { CatalogError } from '../../catalog/errors.js'

/** An answer as it went out. */
export interface Sent {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Encoded once, to be sent and to be kept: text with Vietnamese letters takes more memory, and the collector's time. */
  readonly body: Buffer
}

interface Entry {
  readonly digest: string
  /** Null while the request is under way. */
  sent: Sent | null
  readonly ends: number
}

const digestOf = (content: string): string => hash('sha256', content, 'base64url')

const DAY = 24 * 3_600_000
/** So many answers are kept; the oldest make room. */
const MOST = 10_000

/**
 * Answers to requests that bear an Idempotency-Key, kept for a day in this process, to be sent again as they were. What
 * was refused is not kept, so a request can be mended and sent again with its key. What was done is kept by the store as
 * well, in the commit that did it (`site/requests/keyed-requests.ts`), and orders for good.
 */
export class Replays {
  readonly #entries = new AgedMap<string, Entry>()

  /**
   * The answer that this request got before; null for a new one, which is under way from now on.
   *
   * @throws {CatalogError} `IDEMPOTENCY_MISMATCH`, `IDEMPOTENCY_IN_FLIGHT`.
   */
  begin(key: string, content: string, now: number): Sent | null {
    const known = this.#entries.get(key)
    if (known && known.ends > now) {
      if (known.digest !== digestOf(content)) throw new CatalogError('IDEMPOTENCY_MISMATCH')
      if (!known.sent) throw new CatalogError('IDEMPOTENCY_IN_FLIGHT')
      return known.sent
    }
    const oldest = this.#entries.size >= MOST ? this.#entries.oldest() : null
    if (oldest) this.#entries.delete(oldest[0])
    this.#entries.set(key, { digest: digestOf(content), sent: null, ends: now + DAY })
    return null
  }

  /** Keeps what was answered; null when it was refused. */
  end(key: string, sent: Sent | null): void {
    const entry = this.#entries.get(key)
    if (!sent) this.#entries.delete(key)
    else if (entry) entry.sent = sent
  }
}
