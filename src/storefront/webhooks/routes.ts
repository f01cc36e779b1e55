import { inFront, type Route } from '../route.js'
import { secretPage } from './endpoint-form.js'
import { endpointPage, postEndpoint, postRemove, postRetry, postSecret, postTest } from './endpoint-page.js'
import { endpoints, postEndpoints } from './list-page.js'

const MANAGE = { may: 'webhook.manage' } as const

/** The same pages in both fronts: a producer's own programs, and those of an office. */
export const webhookRoutes = (front: 'producer' | 'office'): readonly Route[] => {
  const { get, post } = inFront(front)
  const path = `/${front}/webhooks`
  return [
    get(path, endpoints, MANAGE),
    post(path, postEndpoints, MANAGE),
    get(`${path}/secret`, secretPage, MANAGE),
    get(`${path}/:id`, endpointPage, MANAGE),
    post(`${path}/:id`, postEndpoint, MANAGE),
    post(`${path}/:id/secret`, postSecret, MANAGE),
    post(`${path}/:id/test`, postTest, MANAGE),
    post(`${path}/:id/retry`, postRetry, MANAGE),
    post(`${path}/:id/remove`, postRemove, MANAGE),
  ]
}
