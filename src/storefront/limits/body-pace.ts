import type { IncomingMessage } from 'node:http'
import { performance } from 'node:perf_hooks'
import type { Request, RequestHandler } from 'express'

const MIB = 2 ** 20
/** Forms and documents of the shop are shorter; photos, tables and what nobody asked for are longer. */
const LONG = 64 * 1024
/** Of all long bodies of strangers together, and of those who work here, in a second: what fifty phones send that upload photos over a good line. */
const PACE = 32 * MIB
const LOOK_MS = 10

/**
 * Takes long bodies in no faster than at a pace, wanted or not: one that is refused has to be taken in to its end, since
 * its sender would see a broken connection in place of the answer. A flood of them waits in its own connections meanwhile.
 */
class BodyPace {
  /** What is still coming, and how far its connection had been read when it was last looked at. */
  readonly #coming = new Map<IncomingMessage, number>()
  /** Those whose connections are held here; Node holds one by itself when what it brings is not taken fast enough. */
  readonly #held = new Set<IncomingMessage>()
  /** Bytes that have come before their time. */
  #early = 0
  #lookedAt = performance.now()
  #timer: NodeJS.Timeout | null = null

  keep(request: IncomingMessage): void {
    this.#coming.set(request, request.socket.bytesRead)
    this.#timer ??= setInterval(() => this.#look(), LOOK_MS).unref()
  }

  #look(): void {
    const now = performance.now()
    this.#early -= (PACE * (now - this.#lookedAt)) / 1000
    this.#lookedAt = now
    for (const [request, before] of this.#coming) {
      const { bytesRead, destroyed } = request.socket
      this.#early += bytesRead - before
      if (request.complete || destroyed) this.#forget(request)
      else this.#coming.set(request, bytesRead)
    }
    this.#early = Math.max(0, this.#early)
    if (this.#early > 0) for (const request of this.#coming.keys()) this.#hold(request)
    else for (const request of this.#held) this.#letGo(request)
    if (this.#coming.size > 0 || !this.#timer) return
    clearInterval(this.#timer)
    this.#timer = null
  }

  #hold(request: IncomingMessage): void {
    if (request.socket.isPaused()) return
    request.socket.pause()
    this.#held.add(request)
  }

  #letGo(request: IncomingMessage): void {
    this.#held.delete(request)
    // With more than its reader takes, Node lets it go when the reader goes on.
    if (request.readableLength < request.readableHighWaterMark) request.socket.resume()
  }

  #forget(request: IncomingMessage): void {
    this.#coming.delete(request)
    if (this.#held.has(request)) this.#letGo(request)
  }
}

function isLong({ headers, httpVersionMajor, socket, complete }: IncomingMessage): boolean {
  const { 'content-length': stated, 'transfer-encoding': inParts } = headers
  // Only a connection of HTTP/1 can be held; whoever calls without one, as tests of hosts do, sends no flood.
  const canHold = httpVersionMajor === 1 && socket.bytesRead > 0
  return canHold && (inParts !== undefined || Number(stated) > LONG) && !complete
}

/**
 * Takes in long bodies at a pace, those of people who work here at one of their own: a flood of strangers' does not hold up
 * the photos of a producer.
 *
 * @param isOfStaff - Asked for long bodies alone.
 */
export function keepPace(isOfStaff: (request: Request) => boolean): RequestHandler {
  const [staff, others] = [new BodyPace(), new BodyPace()]
  return (request, _response, next) => {
    if (isLong(request)) (isOfStaff(request) ? staff : others).keep(request)
    next()
  }
}
