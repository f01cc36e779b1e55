/** So many requests may wait to begin in each line: more than come at once when a sale opens, and the last one waits for a second or two. */
const MOST_WAITING = 2000
/** For so long after somebody came to read, others who read are expected. */
const READING_MS = 100
/** With nobody to read, one turn of the event loop holds pieces of work for about so long: whoever comes waits no longer. */
const BUNCH_MS = 2

/** Every so many turns go to whoever has waited longest, so that the last line moves too. */
const OLDEST_EVERY = 10

/** Whose turn comes first: known visitors who ask little, then strangers, then those who ask much. */
const STANDINGS = ['known', 'stranger', 'heavy'] as const
export type Standing = (typeof STANDINGS)[number]

interface Waiting {
  readonly work: () => void
  readonly place: number
}

/**
 * The turns of requests that change something. While people come to read, each turn of the event loop takes one piece of
 * work, and the process answers readers between two turns: a page waits for a part of one order and not for all that
 * wait. A turn costs as much as a small piece of work, so with nobody to read, it takes a bunch of them. Those whose
 * commit was decided go on before others begin, in the order in which they came; those who stand better begin before
 * others, so that an order does not wait for a flood that tries out codes.
 */
export class Turns {
  readonly #lines: Readonly<Record<Standing, Waiting[]>> = { known: [], stranger: [], heavy: [] }
  #place = 0
  #begun = 0
  readonly #decided: (() => void)[] = []
  #isRunning = false
  #lastReader = -Infinity
  #bunchEnd = 0

  /** Runs `work` in its turn; false when so many wait in its line that it will not be run. */
  begin(work: () => void, standing: Standing): boolean {
    const line = this.#lines[standing]
    if (line.length >= MOST_WAITING) return false
    line.push({ work, place: this.#place++ })
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
    const piece = this.#decided.shift() ?? this.#next()
    // A piece is done when what it left behind for this turn is: promises that it settled, ticks that it asked for.
    queueMicrotask(() => process.nextTick(this.#afterOne))
    piece?.()
  }

  #next(): (() => void) | undefined {
    const lines = STANDINGS.map((standing) => this.#lines[standing]).filter(({ length }) => length > 0)
    this.#begun += 1
    if (this.#begun % OLDEST_EVERY === 0) lines.sort(([a], [b]) => (a?.place ?? 0) - (b?.place ?? 0))
    return lines[0]?.shift()?.work
  }

  get #isEmpty(): boolean {
    return this.#decided.length === 0 && STANDINGS.every((standing) => this.#lines[standing].length === 0)
  }

  readonly #afterOne = (): void => {
    const now = performance.now()
    if (this.#isEmpty) this.#isRunning = false
    else if (now < this.#bunchEnd && now > this.#lastReader + READING_MS) this.#takeOne()
    else setImmediate(this.#turn)
  }
}
