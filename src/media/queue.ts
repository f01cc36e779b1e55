import { CatalogError } from '../catalog/errors.js'

/** Lets so many jobs run at once, in order, and so many wait. */
export class Queue {
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws {CatalogError} `PHOTOS_UNAVAILABLE` when too many wait already. */
  async run<T>(job: () => Promise<T>): Promise<T> {
    if (this.#running >= this.atOnce) {
      if (this.#waiting.length >= this.mostWaiting) throw new CatalogError('PHOTOS_UNAVAILABLE', { details: BUSY })
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else this.#running += 1
    try {
      return await job()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}

const BUSY = { why: 'đang có nhiều ảnh chờ xử lý', whyEn: 'many pictures are waiting to be made' }
