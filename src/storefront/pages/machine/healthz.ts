import { json } from '../../reply.js'
import type { Handler } from '../../route.js'

/**
 * For monitors: that the shop answers, which revision of the catalog it shows, whether it takes orders at present, and
 * whether the disk has room. `status` is `attention` when a person should look.
 */
export const healthz: Handler = ({ catalog }) => {
  const { refusing, disk } = catalog.health()
  const needsAttention = refusing !== null || disk?.isLow === true
  return json(
    {
      status: needsAttention ? 'attention' : 'ok',
      revision: catalog.state.revision,
      takesOrders: refusing === null,
      disk: disk === null ? 'unknown' : disk.isLow ? 'low' : 'ok',
    },
    { cacheControl: 'no-store' },
  )
}
