import { singleField } from '../shopping/single-field.js'
import type { Visit } from '../visit.js'

/** The field in which the password is typed once more. */
export const AGAIN = 'again'

/**
 * Asks for the password of whoever is signed in before something that outlasts the session or moves money.
 *
 * @throws {CatalogError} `SIGN_IN_REQUIRED`, `TOO_MANY_TRIES`, `INVALID_INPUT` at {@link AGAIN}.
 */
export const confirmAgain = (visit: Visit): Promise<unknown> =>
  visit.catalog.accounts.own.confirmed(visit.sessionToken, singleField(visit.form, AGAIN), AGAIN)
