import { CatalogError } from '../catalog/errors.js'

/** What is said to whoever cannot be served in time: come again in so many seconds. */
const AGAIN_SECONDS = 5

const busy = (): CatalogError => new CatalogError('SIGN_INS_WAITING', { details: { seconds: AGAIN_SECONDS } })

/**
 * Lets no more than `most` pieces of heavy work run at a time; others wait, but no more than `waiting` of them and none
 * for longer than `patience` milliseconds: the rest hear at once that they should come again. Hashing a password takes a
 * moment and much memory by intent, which must not stop the shop.
 */
export class TakeInTurn {
  #running = 0
  readonly #queue: (() => void)[] = []

  constructor(
    private readonly most: number,
    private readonly waiting: number,
    private readonly patience: number,
  ) {}

  /** @throws {CatalogError} `SIGN_INS_WAITING` when too many wait already, and when its turn does not come in time. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.most) await this.#wait()
    else this.#running += 1
    try {
      return await work()
    } finally {
      const next = this.#queue.shift()
      if (next) next()
      else this.#running -= 1
    }
  }

  async #wait(): Promise<void> {
    if (this.#queue.length >= this.waiting) throw busy()
    await new Promise<void>((resolve, reject) => {
      const turn = (): void => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(turn), 1)
        reject(busy())
      }, this.patience)
      this.#queue.push(turn)
    })
  }
}
