import { CatalogError } from '../catalog/errors.js'

/** Why a request is refused, as a key of the shell's messages. */
export type RefusalReason =
  | 'notFound'
  | 'signIn'
  | 'forbidden'
  | 'crossSite'
  | 'tooLarge'
  | 'tooMany'
  | 'badRequest'
  | 'busy'
  | 'notNow'
  | 'uncertain'
  | 'failed'

/** A request that the storefront itself refuses: a wrong address, a foreign form, too much of something. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly reason: RefusalReason,
  ) {
    super(`${status} ${reason}`)
    this.name = 'Refusal'
  }

  /** The reason under the name that all errors have for it. */
  get code(): RefusalReason {
    return this.reason
  }
}

/** For handlers whose page names something that is not there. */
export const notFound = (): Refusal => new Refusal(404, 'notFound')

/** How many seconds whoever was refused is asked to wait, for the header `Retry-After`; undefined when nobody said. */
export function secondsToWait(error: unknown): number | undefined {
  const seconds = error instanceof CatalogError ? error.details['seconds'] : undefined
  return typeof seconds === 'number' ? seconds : undefined
}

/** The header itself, or none. */
export const retryAfter = (seconds: number | undefined): Readonly<Record<string, string>> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) }
