import { CatalogError } from '../../../catalog/errors.js'
import { toFormProblems, type FormProblems } from '../../form-problems.js'
import type { Visit } from '../../visit.js'

/** As {@link toFormProblems}; a payment provider that did not take a refund is told to the producer and to the operator. */
export function toRefundProblems(error: unknown, labels: Readonly<Record<string, string>>, visit: Visit): FormProblems {
  if (!(error instanceof CatalogError) || error.code !== 'REFUND_NOT_SENT') return toFormProblems(error, labels, visit)
  visit.site.onError(error, { method: visit.method, path: visit.path })
  return { status: error.status, problems: [{ text: error.text(visit.language), href: null }], errors: {} }
}
