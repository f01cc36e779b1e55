import { AgedMap } from '../../catalog/aged-map.js'
import type { Standing } from '../../site/requests/turns.js'

const MOST_KNOWN = 50_000
/** What an address has cost is half forgotten after so long, in milliseconds. */
const HALF_LIFE = 10_000
/** Who came so long ago, and within the longer time since, is no stranger. */
const FAMILIAR_AFTER = 2000
const FAMILIAR_FOR = 1_800_000
/** Of the last seconds, so many milliseconds of work: far above what a person asks, and what a village does. */
const HEAVY = 2000
/** Each rank of those who stand better is lower. */
const FLOORS: Readonly<Record<Standing, number>> = { known: 0, stranger: HEAVY, heavy: 2 * HEAVY }

interface Known {
  readonly since: number
  at: number
  cost: number
}

/**
 * What each address has cost the shop lately. Milliseconds; nothing is refused for it, it only says who goes first when
 * there is more to do than can be done.
 */
export class Served {
  readonly #known = new AgedMap<string, Known>()

  /** Notes that an address came, and what its request has cost. */
  note(address: string, cost: number, now: number): void {
    const known = this.#known.get(address)
    const isLost = known === undefined || now - known.at > FAMILIAR_FOR
    const kept = isLost ? { since: now, at: now, cost: 0 } : known
    kept.cost = this.#costAt(kept, now) + cost
    kept.at = now
    this.#known.set(address, kept)
    for (let oldest = this.#known.oldest(); oldest; oldest = this.#known.oldest()) {
      const [longestAgo, { at }] = oldest
      if (this.#known.size <= MOST_KNOWN && now - at <= FAMILIAR_FOR) break
      this.#known.delete(longestAgo)
    }
  }

  /** Who is served first: the lowest rank. Known visitors who ask little, then strangers, then those who ask much. */
  rank(address: string, now: number): number {
    const known = this.#known.get(address)
    const cost = known ? this.#costAt(known, now) : 0
    return FLOORS[this.standing(address, now)] + cost
  }

  standing(address: string, now: number): Standing {
    const known = this.#known.get(address)
    if (!known) return 'stranger'
    if (this.#costAt(known, now) > HEAVY) return 'heavy'
    return now - known.since >= FAMILIAR_AFTER && now - known.at <= FAMILIAR_FOR ? 'known' : 'stranger'
  }

  #costAt({ cost, at }: Known, now: number): number {
    return cost * 2 ** ((at - now) / HALF_LIFE)
  }
}
