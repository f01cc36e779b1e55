import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.js'

const MIB = 2 ** 20
/** By then one of those that are read has come to its end, or was cut. */
const SECONDS = '20'

/**
 * Bounds what long bodies, such as photos and tables, take of the memory while they are read and worked on. Who would be
 * too many is told to come again before a byte is read.
 */
class BodyRoom {
  #taken = 0

  /** @param most - Bytes of all that are held at the same time. */
  constructor(private readonly most: number) {}

  /** @param longest - Bytes of the longest body that is taken here: what a request without a stated length counts for. */
  readonly admit =
    (longest: number): RequestHandler =>
    (request, response, next) => {
      const stated = Number(request.headers['content-length'] ?? NaN)
      const bytes = Math.min(longest, stated >= 0 ? stated : longest)
      if (this.#taken + bytes > this.most) {
        response.set('retry-after', SECONDS)
        next(new Refusal(503, 'busy'))
        return
      }
      this.#taken += bytes
      response.once('close', () => (this.#taken -= bytes))
      next()
    }
}

/** Room for those whom the shop knows, by a session or a key, and for everybody else, who cannot take theirs. */
export class BodyRooms {
  readonly known = new BodyRoom(192 * MIB)
  readonly others = new BodyRoom(64 * MIB)
}
