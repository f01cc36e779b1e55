import { AsyncLocalStorage } from 'node:async_hooks'

interface Held<T> {
  readonly value: T
  isOver: boolean
}

/**
 * What belongs to a request while it is carried out, wherever its work waits meanwhile. Node 20 follows every promise of
 * the process as long as one such storage is on, which every order pays for: it is on only while a request needs it.
 */
export class RequestScope<T> {
  readonly #storage = new AsyncLocalStorage<Held<T> | null>()
  #open = 0

  /** What the request holds whose work asks; null outside of any, and in work that outlived its request. */
  get current(): T | null {
    const held = this.#storage.getStore()
    return held && !held.isOver ? held.value : null
  }

  /** Runs the work of a request. */
  async run<R>(value: T, work: () => Promise<R>): Promise<R> {
    const held = { value, isOver: false }
    this.#open += 1
    try {
      return await this.#storage.run(held, work)
    } finally {
      held.isOver = true
      this.#open -= 1
      if (this.#open === 0) this.#storage.disable()
    }
  }

  /** Runs what belongs to no request, such as work that a commit sets off. */
  outside<R>(work: () => R): R {
    return this.#open === 0 ? work() : this.#storage.run(null, work)
  }
}
