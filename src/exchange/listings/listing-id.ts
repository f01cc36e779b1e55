import { createHash } from 'node:crypto'

/** The id of the listing of a product on a platform: there is at most one, so the pair names it. */
export const listingId = (productId: string, platformId: string): string =>
  `l-${createHash('sha256').update(`${productId}\n${platformId}`).digest('base64url').slice(0, 22)}`
