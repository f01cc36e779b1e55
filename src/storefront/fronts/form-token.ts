import { deriveSecret, isSameSecret } from '../../access/secrets.js'
import { Refusal } from '../refusal.js'
import type { Visit } from '../visit.js'

/** The field in which every form of a signed-in page carries its token; scripts send it as the header `x-form-token`. */
export const FORM_TOKEN = 'token'

/** The token in the forms of a session: it follows from the session's secret, so it ends with it and is stored nowhere. */
export const formToken = (sessionToken: string): string =>
  deriveSecret(sessionToken, 'form token').toString('base64url')

/**
 * Refuses a form that no page of this session made.
 *
 * @throws {Refusal} 403 `crossSite`.
 */
export function requireFormToken(visit: Visit): void {
  const given = visit.form.get(FORM_TOKEN) ?? visit.header('x-form-token') ?? ''
  if (visit.sessionToken === '' || !isSameSecret(given, formToken(visit.sessionToken)))
    throw new Refusal(403, 'crossSite')
}
