import type { Catalog } from '../../site/catalog.js'

/** The key as an `Authorization` header brings it; empty for none. */
export const tokenOf = (header: string | undefined): string => /^Bearer\s+(\S{1,200})$/i.exec(header ?? '')?.[1] ?? ''

/** The key that an `Authorization` header names and that opens something today; null for none. */
export const findKey = (header: string | undefined, { apiKeys }: Catalog) => apiKeys.find(tokenOf(header))
