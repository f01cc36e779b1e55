import * as z from 'zod'
import { parse } from '../../catalog/parse.js'
import { FACET_NAMES } from '../facets/facet-columns.js'
import type { SearchQuery } from '../index-port.js'
import { ALL_SORTS } from '../rank/orders.js'

const Values = z.array(z.string()).optional()
const Facets = Object.fromEntries(FACET_NAMES.map((name) => [name, Values]))

const Query = z.strictObject({
  text: z.string(),
  filters: z
    .strictObject({
      facets: z.strictObject(Facets).optional(),
      minPrice: z.number().optional(),
      maxPrice: z.number().optional(),
      inStock: z.boolean().optional(),
    })
    .optional(),
  sort: z.enum(ALL_SORTS).optional(),
  page: z.number().optional(),
  pageSize: z.number().optional(),
  literal: z.boolean().optional(),
  explain: z.boolean().optional(),
} satisfies Record<keyof SearchQuery, z.ZodType>)

/**
 * Checks what a program asks for: a facet of a name that there is none of would otherwise filter nothing, unnoticed.
 *
 * @throws {CatalogError} `INVALID_INPUT` naming each field that is none or of another kind.
 */
export function checkQuery(query: SearchQuery): void {
  parse(Query, query)
}
