import { fieldError } from '../../catalog/errors.js'

/**
 * The one value of a form field; empty when it was not sent.
 *
 * @throws {CatalogError} `INVALID_INPUT` when it was sent several times: which one would count is anybody's guess.
 */
export function singleField(form: URLSearchParams, name: string): string {
  const [value = '', ...more] = form.getAll(name)
  if (more.length > 0) throw fieldError(name, 'tooMany', { maximum: 1 })
  return value
}
