import { fieldError } from '../catalog/errors.js'

/** The most orders or audit entries on one page. */
const MAX_PAGE = 1000

export interface PageQuery {
  readonly limit: number
  readonly after?: string | null
}

/** @throws {CatalogError} `INVALID_INPUT` at `limit`. */
export function refuseLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1) throw fieldError('limit', 'tooSmall', { minimum: 1 })
  if (limit > MAX_PAGE) throw fieldError('limit', 'tooLarge', { maximum: MAX_PAGE })
}

/**
 * The ordinal before which a page ends.
 *
 * @throws {CatalogError} `INVALID_INPUT` at `after` for a place that was never given.
 */
export function endOf(size: number, after: string | null | undefined): number {
  const end = after == null ? size : /^\d{1,15}$/.test(after) ? Number(after) : Infinity
  if (end > size) throw fieldError('after', 'badFormat', { example: '1200' })
  return end
}

/** The ordinals of one page, newest first, and where the next page begins. */
export function pageOf(size: number, { limit, after }: PageQuery): { ordinals: number[]; next: string | null } {
  refuseLimit(limit)
  const end = endOf(size, after)
  const start = Math.max(0, end - limit)
  const ordinals = Array.from({ length: end - start }, (_, index) => end - 1 - index)
  return { ordinals, next: start > 0 ? String(start) : null }
}
