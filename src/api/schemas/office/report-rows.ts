import * as z from 'zod'
import { named } from '../../components.js'
import { Cursor, Limit, Next } from '../paging.js'
import { ReportQuery } from '../shop/report.js'

/** The figure whose rows are asked for. */
const RowsOf = z.enum(['recognized', 'uncertain', 'onAnyPlatform', 'listed', 'anyKind', 'transactions'])

export const RowsQuery = ReportQuery.extend({
  of: RowsOf.optional(),
  limit: Limit.optional(),
  cursor: Cursor.optional(),
})

/** The products, or the entries of the ledger, that a figure counts. */
export const ReportRows = named(
  'ReportRows',
  z.strictObject({
    of: RowsOf,
    headings: z.array(z.string()),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
    /** Entries of the ledger come the latest first; a page of them may be empty and yet not be the last. */
    next: Next,
  }),
)
