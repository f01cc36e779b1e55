import { toSlug } from '../../catalog/text.js'
import { movedTo } from './moved.js'
import { Refusal } from '../refusal.js'
import type { Handler } from '../route.js'

const toPlain = (path: string): string =>
  path
    .split('/')
    .map((part) => toSlug(decodeURIComponent(part)))
    .join('/')

/**
 * What is not found under `/products/Cà-Phê`, as somebody typed it or a printer set it in capitals, but would be found
 * under `/products/ca-phe`, leads on there for good.
 */
export const foundByPlainAddress =
  (handler: Handler): Handler =>
  async (visit) => {
    try {
      return await handler(visit)
    } catch (error) {
      const path = toPlain(visit.path)
      if (!(error instanceof Refusal) || error.status !== 404 || path === visit.path) throw error
      const params = Object.fromEntries(Object.entries(visit.params).map(([name, value]) => [name, toSlug(value)]))
      const reply = await handler({ ...visit, path, params })
      return reply.kind === 'redirect' ? reply : movedTo(path, visit)
    }
  }
