import { page } from '../reply.js'
import type { Handler } from '../route.js'

/** What the service worker shows without a network, and the words for all that it tells. */
export const offline: Handler = (visit) =>
  page('shop/offline', { title: visit.messages.offline.title, noIndex: true }, {})
