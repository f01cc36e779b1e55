import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

const SELF = "'self'"

/**
 * What the headers say to the browser: load from this site alone, run no inline script, use no inline style, be framed
 * by nobody. https-only (HSTS) is for whoever terminates TLS to say: it binds the whole host, and the shop may be a
 * guest there.
 */
const protect = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: [SELF],
      styleSrc: [SELF],
      imgSrc: [SELF, 'data:'],
      connectSrc: [SELF],
      manifestSrc: [SELF],
      formAction: [SELF],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  // Not `no-referrer`: it makes browsers send `Origin: null` with our own forms.
  referrerPolicy: { policy: 'same-origin' },
})

/** Response headers that protect visitors. They are the same for all, so helmet is asked once and not for each. */
export function listSecurityHeaders(): Readonly<Record<string, string>> {
  const sample = new ServerResponse(new IncomingMessage(new Socket()))
  protect(sample.req, sample, (error) => {
    if (error instanceof Error) throw error
  })
  return Object.fromEntries(sample.getHeaderNames().map((name) => [name, String(sample.getHeader(name))]))
}

/** Sets those headers on every answer. */
export function securityHeaders(): RequestHandler {
  const headers = Object.entries(listSecurityHeaders())
  return (_request, response, next) => {
    response.removeHeader('X-Powered-By')
    for (const [name, value] of headers) response.setHeader(name, value)
    next()
  }
}
