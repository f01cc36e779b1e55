/** So many requests may wait to begin: more than come at once when a sale opens, and the last one waits for a second or two. */
const MOST_WAITING = 2000

/**
 * The turns of requests that change something: one piece of work in one turn of the event loop. Those whose commit was
 * decided go on before others begin, each in the order in which they came. Between two turns the process answers whoever
 * came to read, so a page waits for a part of one order and not for all that wait.
 */
export class Turns {
  readonly #begins: (() => void)[] = []
  readonly #decided: (() => void)[] = []
  #isRunning = false

  /** Runs `work` in its turn; false when so many wait that it will not be run. */
  begin(work: () => void): boolean {
    if (this.#begins.length >= MOST_WAITING) return false
    this.#begins.push(work)
    this.#run()
    return true
  }

  /** Settles when it is the turn of somebody whose commit was decided. */
  goOn(): Promise<void> {
    return new Promise((resolve) => {
      this.#decided.push(resolve)
      this.#run()
    })
  }

  #run(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    setImmediate(this.#turn)
  }

  readonly #turn = (): void => {
    const piece = this.#decided.shift() ?? this.#begins.shift()
    this.#isRunning = false
    if (this.#decided.length + this.#begins.length > 0) this.#run()
    piece?.()
  }
}
