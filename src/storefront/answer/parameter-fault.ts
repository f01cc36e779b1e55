import { CatalogError } from '../../catalog/errors.js'

/** Where in a request a fault lies. */
export type FaultPlace = 'body' | 'query' | 'path' | 'header'

/** What is wrong with a request outside its body. */
export class ParameterFault extends CatalogError {
  constructor(
    readonly place: FaultPlace,
    { issues }: CatalogError,
  ) {
    super('INVALID_INPUT', { issues })
  }
}

/** Runs a check of something that is not the body, and says so when it fails. */
export function checkingThe<T>(place: FaultPlace, check: () => T): T {
  try {
    return check()
  } catch (error) {
    throw error instanceof CatalogError && error.code === 'INVALID_INPUT' ? new ParameterFault(place, error) : error
  }
}
