import type { Request, RequestHandler } from 'express'
import type { Site } from '../site.js'

const told = new Set<string>()

/** Tells the developer of the host, once, what is mounted so that it cannot work. */
function tell(message: string): void {
  if (told.has(message)) return
  told.add(message)
  process.emitWarning(message, 'OcopCatalogHost')
}

/** Compares, at the first request, the path of `baseUrl` with the one at which the shop was reached. */
export function checkMount({ baseUrl }: Site): RequestHandler {
  let isChecked = baseUrl === null
  return (request, _response, next) => {
    if (!isChecked) {
      isChecked = true
      const stated = new URL(String(baseUrl)).pathname.replace(/\/$/, '')
      if (stated !== request.baseUrl)
        tell(
          `baseUrl says that the shop stands at "${stated || '/'}", and it was reached at "${request.baseUrl || '/'}", so its ` +
            'links lead elsewhere: mount it at the path that visitors see, and let a proxy in front pass that path on as it is',
        )
    }
    next()
  }
}

/** Says why a signature cannot fit when the host has read the body already, as a parser before the storefront does. */
export function tellOfParsedBody(request: Request): void {
  if (typeof request.body === 'string' || request.body === undefined) return
  tell(
    `a signature at ${request.baseUrl}${request.path} was refused, and a body parser of the host had read the body that it ` +
      'is made over: mount the storefront before express.json() and express.urlencoded(), or keep them off this path',
  )
}
