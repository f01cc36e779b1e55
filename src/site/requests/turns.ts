/** So many requests may wait to begin: more than come at once when a sale opens, and the last one waits for a second or two. */
const MOST_WAITING = 2000
/** For so long after somebody came to read, others who read are expected. */
const READING_MS = 100
/** With nobody to read, one turn of the event loop holds pieces of work for about so long: whoever comes waits no longer. */
const BUNCH_MS = 2

/**
 * The turns of requests that change something. While people come to read, each turn of the event loop takes one piece of
 * work, and the process answers readers between two turns: a page waits for a part of one order and not for all that
 * wait. A turn costs as much as a small piece of work, so with nobody to read, it takes a bunch of them. Those whose
 * commit was decided go on before others begin, each in the order in which they came.
 */
export class Turns {
  readonly #begins: (() => void)[] = []
  readonly #decided: (() => void)[] = []
  #isRunning = false
  #lastReader = -Infinity
  #bunchEnd = 0

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

  /** Notes that somebody came to read. */
  noteReader(): void {
    this.#lastReader = performance.now()
  }

  #run(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    setImmediate(this.#turn)
  }

  readonly #turn = (): void => {
    this.#bunchEnd = performance.now() + BUNCH_MS
    this.#takeOne()
  }

  #takeOne(): void {
    const piece = this.#decided.shift() ?? this.#begins.shift()
    // A piece is done when what it left behind for this turn is: promises that it settled, ticks that it asked for.
    queueMicrotask(() => process.nextTick(this.#afterOne))
    piece?.()
  }

  readonly #afterOne = (): void => {
    const now = performance.now()
    if (this.#decided.length + this.#begins.length === 0) this.#isRunning = false
    else if (now < this.#bunchEnd && now > this.#lastReader + READING_MS) this.#takeOne()
    else setImmediate(this.#turn)
  }
}
