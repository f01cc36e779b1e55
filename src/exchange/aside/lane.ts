import { CatalogError } from '../../catalog/errors.js'

/** So many may wait; whoever comes then is asked to come again. */
const MOST_WAITING = 20

/** Does one task after the other, so that heavy work never has more than one core of the machine. */
export class Lane {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** @throws {CatalogError} `FILES_WAITING` when too many wait already, and whatever the task throws. */
  async take<T>(task: () => Promise<T>): Promise<T> {
    if (this.#waiting >= MOST_WAITING) throw new CatalogError('FILES_WAITING')
    this.#waiting++
    const turn = this.#last.then(task)
    this.#last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      this.#waiting--
    }
  }
}

/** Files are read one after the other: one of them may take all the memory and time that its process has. */
export const reading = new Lane()

const SHORT = 2 ** 20
const [short, long] = [new Lane(), new Lane()]

/**
 * Where a file of so many bytes waits to be compared with the catalog: one after the other, since all that it says is then
 * in the memory of the shop. Short ones do not wait for long ones.
 */
export const checkingLane = (bytes: number): Lane => (bytes <= SHORT ? short : long)
