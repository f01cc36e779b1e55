import type { Request, RequestHandler } from 'express'
import type { Standing } from '../../site/requests/turns.js'
import type { Site } from '../site.js'
import { Refusal } from '../refusal.js'
import { isReading } from './same-origin.js'

/** By then all that wait now have had their turn. */
const SECONDS = '3'

/** Notes who comes to read: those who change something take shorter turns for them. */
export function noteReaders({ workings }: Site): RequestHandler {
  return (request, _response, next) => {
    if (isReading(request.method)) workings.turns.noteReader()
    next()
  }
}

/**
 * Has requests that change something wait for their turn, so that those who read are answered between, and those who flood the shop behind all
 * others; refuses them when too many wait.
 */
export function awaitTurn({ workings }: Site, standingOf: (request: Request) => Standing): RequestHandler {
  return (request, response, next) => {
    if (isReading(request.method)) {
      next()
      return
    }
    if (workings.turns.begin(next, standingOf(request))) return
    response.set('retry-after', SECONDS)
    next(new Refusal(503, 'busy'))
  }
}
