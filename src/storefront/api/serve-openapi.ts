import type { IRouter, RequestHandler } from 'express'
import { toOpenApi } from '../../api/openapi.js'
import type { Operation } from '../../api/operation.js'
import type { Assets } from '../assets.js'
import type { Site } from '../site.js'
import { json } from '../reply.js'
import { send } from '../answer/respond.js'
import { toVisit } from '../visit.js'
import { API } from '../request/api-path.js'

/** Serves the OpenAPI document of the operations that this site has. */
export function serveOpenApi(
  app: IRouter,
  operations: readonly Operation[],
  site: Site,
  assets: Assets,
  before: readonly RequestHandler[],
): void {
  app.get(`${API}/openapi.json`, ...before, (request, response) => {
    const visit = toVisit(request, site)
    const { language, links } = visit
    const document = toOpenApi(operations, { title: site.name[language], server: links.absolute(API), language })
    response.vary('Accept-Language')
    send(json(document, { headers: { 'content-language': language } }), visit, assets, request, response)
  })
}
