import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import { CatalogError } from '../../catalog/errors.js'
import { tellOfParsedBody } from '../request/host-faults.js'
import { readPosted } from '../request/posted.js'
import type { Site } from '../site.js'
import { notFound } from '../refusal.js'
import { limitNotices } from '../limits/limits.js'
import { readMessage } from './read-message.js'

const MAX_NOTICE = '64kb'

/** As it came; where the host has read a form or a JSON document before, what it made of it. */
const bodyOf = (request: Request): string => {
  if (typeof request.body === 'string') return request.body
  const { form, jsonText } = readPosted(request)
  return jsonText === '' ? form.toString() : jsonText
}

/** A machine is told in JSON what was wrong; what is the shop's own fault, or the provider's code's, its operator hears. */
function refuse(error: unknown, site: Site, request: Request, response: Response): void {
  const known = error instanceof CatalogError ? error : null
  if (known?.code === 'NOTICE_NOT_PROVED') tellOfParsedBody(request)
  if (!known || known.status >= 500) site.onError(error, { method: request.method, path: request.path })
  response.status(known?.status ?? 500).json({ code: known?.code ?? 'INTERNAL', title: known?.text('en') ?? '' })
}

const take =
  (site: Site): RequestHandler =>
  async (request, response) => {
    const { catalog } = site
    const provider = catalog.payments.find(String(request.params['provider']))
    if (!provider?.readNotice) throw notFound()
    response.set('cache-control', 'no-store')
    try {
      const notice = await readMessage(catalog, provider, {
        kind: 'notice',
        method: request.method,
        query: new URLSearchParams(request.url.split('?').slice(1).join('?')),
        body: request.method === 'GET' ? '' : bodyOf(request),
        header: (name) => request.get(name),
      })
      const answer = provider.answer?.(notice?.outcome ?? null)
      if (answer) response.status(answer.status).type(answer.type).send(answer.body)
      else response.status(204).end()
    } catch (error) {
      refuse(error, site, request, response)
    }
  }

/**
 * The addresses at which payment providers tell of money, by GET or POST as each does. It stands before what guards the
 * forms of people: a machine brings no cookies, and its signature is all that counts.
 */
export function takeNotices(app: Express, site: Site): void {
  const handle = [limitNotices(site), express.text({ type: () => true, limit: MAX_NOTICE }), take(site)]
  app.get('/payments/:provider/notice', ...handle)
  app.post('/payments/:provider/notice', ...handle)
}
