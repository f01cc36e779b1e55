import { setImmediate as nextTurn } from 'node:timers/promises'

/** Long reading and writing goes on for about so many milliseconds: one page is made between two slices. */
const READING_MS = 1
/** So long goes what a change needs before it is committed: whoever asked for it waits. */
const CHANGING_MS = 10
/** A turn that took longer had somebody's request in it. */
const BUSY_MS = 0.5
/** So long others go first at the most, before a slice of reading: under load that never ends it comes to its end, too. */
const PATIENCE_MS = 20

/** The part of a long piece of work that is done before other work of the process has its turn. */
class Slice {
  #end: number

  constructor(private readonly ms: number) {
    this.#end = performance.now() + ms
  }

  get isOver(): boolean {
    return performance.now() >= this.#end
  }

  /** Lets others have one turn, or, with patience in milliseconds, as many as are busy within it. */
  async giveWay(patience = 0): Promise<void> {
    const began = performance.now()
    let now = began
    let turn: number
    do {
      turn = now
      await nextTurn()
      now = performance.now()
    } while (now - turn > BUSY_MS && now - began < patience)
    this.#end = now + this.ms
  }
}

/** Goes through the items; when it has gone on for long it waits until the process has nothing else to do. */
export async function* inSlices<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  const slice = new Slice(READING_MS)
  for await (const item of items) {
    yield item
    if (slice.isOver) await slice.giveWay(PATIENCE_MS)
  }
}

/** Runs steps to their end, giving other work of the process its turn whenever they went on for about so many milliseconds. */
export async function takeTurns<T>(steps: Generator<void, T>, ms = CHANGING_MS): Promise<T> {
  const slice = new Slice(ms)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (slice.isOver) await slice.giveWay()
  }
}
