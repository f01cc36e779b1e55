import { CatalogError } from '../catalog/errors.js'

/**
 * Lets no more than `most` pieces of heavy work run at a time; others wait, and those beyond `waiting` are refused.
 * Hashing a password takes a moment and much memory by intent, which must not stop the shop.
 */
export class TakeInTurn {
  #running = 0
  readonly #queue: (() => void)[] = []

  constructor(
    private readonly most: number,
    private readonly waiting: number,
  ) {}

  /** @throws {CatalogError} `TOO_MANY_TRIES` when too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.most) {
      if (this.#queue.length >= this.waiting) throw new CatalogError('TOO_MANY_TRIES', { details: { seconds: 5 } })
      await new Promise<void>((resolve) => this.#queue.push(resolve))
    } else this.#running += 1
    try {
      return await work()
    } finally {
      const next = this.#queue.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}
