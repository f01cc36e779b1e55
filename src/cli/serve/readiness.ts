import type { RequestListener } from 'node:http'
import type { StoreHealth } from '../../catalog/store.js'

/** Where a load balancer asks whether to send people here. */
const ADDRESS = '/readyz'

/**
 * Answers `/readyz`: 200 while this process takes requests, 503 from the signal to stop on, so that a load balancer
 * sends the next ones elsewhere. It listens only once store and search index are open, so there is no answer before.
 */
export class Readiness {
  #isStopping = false

  constructor(private readonly health: () => StoreHealth) {}

  stop(): void {
    this.#isStopping = true
  }

  readonly answerFirst =
    (handler: RequestListener): RequestListener =>
    (request, response) => {
      if (request.url?.split('?')[0] !== ADDRESS) {
        handler(request, response)
        return
      }
      const reads = !this.#isStopping
      const body = JSON.stringify({
        ready: reads,
        stopping: this.#isStopping,
        takesOrders: this.health().refusing === null,
      })
      response.writeHead(reads ? 200 : 503, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'",
      })
      response.end(body)
    }
}
