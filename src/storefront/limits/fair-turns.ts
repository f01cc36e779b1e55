import { performance } from 'node:perf_hooks'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Standing } from '../../site/requests/turns.js'
import { Refusal } from '../refusal.js'
import { isReading } from '../request/same-origin.js'
import { byAddress } from './limit.js'
import { Served } from './served.js'

/** Files that lie ready. */
const READY = /^\/assets\//
/** Who would wait longer is told to come again, after so many seconds. */
const PATIENCE_MS = 8000
const AGAIN_SECONDS = '5'
/** What a request costs at least, and at most: a client that reads slowly costs next to nothing. Milliseconds. */
const [LEAST, MOST] = [0.5, 100]
/** What one that changes something counts for, most of which is waiting for a disk: an address that sends thirty a second asks much. */
const CHANGE = 5

interface Waiting {
  readonly address: string
  readonly since: number
  readonly response: Response
  readonly next: NextFunction
}

/**
 * Lets one request that reads after the other be answered while there is more to do than can be done: first of all who has cost
 * little lately, so that a flood from some addresses waits for itself and others do not wait for it. What is kept ready,
 * pages and files, does not wait at all. A request that finds nobody waiting is answered at once. Requests that change
 * something have lines of their own (`await-turn.ts`), which one it says too.
 */
export class FairTurns {
  readonly #served = new Served()
  readonly #waiting = new Set<Waiting>()
  #isTaken = false

  /** Notes who comes, whether or not a turn is needed. */
  readonly note: RequestHandler = (request, _response, next) => {
    this.#served.note(byAddress(request), isReading(request.method) ? LEAST : CHANGE, performance.now())
    next()
  }

  readonly take: RequestHandler = (request: Request, response, next) => {
    if (READY.test(request.path) || !isReading(request.method)) {
      next()
      return
    }
    const one = { address: byAddress(request), since: performance.now(), response, next }
    if (this.#isTaken) this.#waiting.add(one)
    else this.#begin(one)
  }

  /** Where whoever sends this stands among those who change something. */
  readonly standingOf = (request: Request): Standing => this.#served.standing(byAddress(request), performance.now())

  #begin({ address, response, next }: Waiting): void {
    const begun = performance.now()
    response.once('close', () => {
      const now = performance.now()
      this.#served.note(address, Math.min(MOST, now - begun), now)
    })
    // What comes meanwhile is only put into the queue, so that kept pages are sent before the next turn.
    this.#isTaken = true
    setImmediate(() => this.#goOn())
    next()
  }

  #goOn(): void {
    this.#isTaken = false
    const now = performance.now()
    let first: Waiting | null = null
    let rank = Infinity
    for (const one of this.#waiting) {
      if (one.response.destroyed) this.#waiting.delete(one)
      else if (now - one.since > PATIENCE_MS) {
        this.#waiting.delete(one)
        one.response.set('retry-after', AGAIN_SECONDS)
        one.next(new Refusal(429, 'tooMany'))
      } else {
        const own = this.#served.rank(one.address, now)
        if (own < rank) [first, rank] = [one, own]
      }
    }
    if (!first) return
    this.#waiting.delete(first)
    this.#begin(first)
  }
}
