type Value = string | number | null | undefined
export type QueryValues = Readonly<Record<string, Value | readonly Value[]>>

/** Builds addresses within the shop, wherever it is mounted. */
export interface Links {
  /** `to('/products', { q: 'trà' })` is `/ocop/products?q=tr%C3%A0` for a shop mounted at `/ocop`. */
  readonly to: (path: string, query?: QueryValues) => string
  /** The same with scheme and host, for canonical links and preview pictures. */
  readonly absolute: (path: string, query?: QueryValues) => string
}

/** Names and values of a query, without what is null or empty; a list repeats its name. */
export function toPairs(values: QueryValues): [name: string, value: string][] {
  const pairs: [string, string][] = []
  for (const [name, value] of Object.entries(values))
    for (const single of Array.isArray(value) ? (value as readonly Value[]) : [value as Value])
      if (single !== null && single !== undefined && single !== '') pairs.push([name, String(single)])
  return pairs
}

export const toQuery = (values: QueryValues): string => new URLSearchParams(toPairs(values)).toString()

/**
 * @param mount - The path that the shop is mounted at, '' for the root.
 * @param origin - Gives scheme, host and path under which people reach the mount; asked only when it is needed.
 */
export function createLinks(mount: string, origin: () => string): Links {
  const join = (start: string, path: string, values?: QueryValues): string => {
    const query = values === undefined ? '' : toQuery(values)
    return `${start}${path}${query ? `?${query}` : ''}`
  }
  return {
    to: (path, query) => join(mount, path, query),
    absolute: (path, query) => join(origin(), path, query),
  }
}
