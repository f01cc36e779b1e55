import compression from 'compression'
import type { ErrorRequestHandler, RequestHandler } from 'express'

const whileSent = compression()

/** Compresses an answer while it is sent, unless something ahead does so already. */
export const compress: RequestHandler = (request, response, next) => {
  if ('flush' in response) next()
  else whileSent(request, response, next)
}

/** The same for what a failure is answered with, whichever handler it came from. */
export const compressFailure: ErrorRequestHandler = (error, request, response, next) => {
  compress(request, response, () => {
    next(error)
  })
}
