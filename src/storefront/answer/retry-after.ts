import { CatalogError } from '../../catalog/errors.js'

/** How many seconds whoever was refused is asked to wait, for the header `Retry-After`; undefined when nobody said. */
export function secondsToWait(error: unknown): number | undefined {
  const seconds = error instanceof CatalogError ? error.details['seconds'] : undefined
  return typeof seconds === 'number' ? seconds : undefined
}

/** The header itself, or none. */
export const retryAfter = (seconds: number | undefined): Readonly<Record<string, string>> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) }
