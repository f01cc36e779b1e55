import { json } from '../reply.js'
import type { Handler } from '../route.js'

/** For monitors: that the shop answers, and which revision of the catalog it shows. */
export const healthz: Handler = ({ catalog }) =>
  json({ status: 'ok', revision: catalog.state.revision }, { cacheControl: 'no-store' })
