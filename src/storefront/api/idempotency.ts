import type { Operation } from '../../api/operation.js'
import { CatalogError } from '../../catalog/errors.js'
import { IdempotencyKey } from '../../catalog/order.js'
import * as z from 'zod'
import { parse } from '../../catalog/parse.js'
import type { Visit } from '../visit.js'
import { checkingThe } from '../answer/parameter-fault.js'

const Headers = z.strictObject({ 'Idempotency-Key': IdempotencyKey })

/** The key as the header gives it: a string of structured fields, in quotes, or plain as most clients write it. */
export const readKey = (visit: Visit): string =>
  (visit.header('idempotency-key') ?? '').trim().replace(/^"(.*)"$/, '$1')

/**
 * The key of a request; null where none is given and none is needed.
 *
 * @throws {CatalogError} `IDEMPOTENCY_KEY_MISSING`; `INVALID_INPUT` for one that is too short, too long or no ASCII.
 */
export function keyOf({ idempotency }: Operation, visit: Visit): string | null {
  if (!idempotency) return null
  const key = readKey(visit)
  if (key === '' && idempotency === 'heeded') return null
  if (key === '') throw new CatalogError('IDEMPOTENCY_KEY_MISSING')
  return checkingThe('header', () => parse(Headers, { 'Idempotency-Key': key }))['Idempotency-Key']
}

/** Keys of different callers and different addresses never meet. */
export const scopeOfKey = (key: string, caller: string, { method, path }: Visit): string =>
  `${caller} ${method} ${path} ${key}`

/** What makes a request the same one. */
export const contentOfRequest = ({ jsonText, query }: Visit): string => `${query.toString()}\n${jsonText}`
