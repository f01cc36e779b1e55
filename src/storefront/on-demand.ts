import type { IRouter, RequestHandler } from 'express'
import type { Handler } from './route.js'

/** A handler whose code is loaded with the first request for it. */
export const later =
  (load: () => Promise<Handler>): Handler =>
  async (visit) =>
    (await load())(visit)

/**
 * Serves a part of the site that is made with the first request for it: a shop opens sooner without, and one that is
 * never asked for costs no memory.
 *
 * @param owns Whether a request for an address within the site is for the part.
 */
export function onDemand(
  owns: (path: string, method: string) => boolean,
  make: () => Promise<IRouter>,
): RequestHandler {
  let made: Promise<IRouter> | null = null
  return async (request, response, next) => {
    if (!owns(request.path, request.method)) {
      next()
      return
    }
    made ??= make()
    try {
      const router = await made
      router(request, response, next)
    } catch (error) {
      made = null
      throw error
    }
  }
}
