import type { Product } from '../../catalog/product.js'

/** Covers are square; this is the side of their drawing board. */
export const COVER_SIZE = 400

/** Raised when covers are drawn differently, so that kept ones are fetched anew. */
const EDITION = 1

/** The path of a product's cover within the shop; it changes when the product does. */
export const coverPath = (product: Product): string => `/covers/${product.slug}.svg?v=${EDITION}.${product.version}`

export const groupCoverPath = (slug: string): string => `/covers/groups/${slug}.svg?v=${EDITION}`
