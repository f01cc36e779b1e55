import type * as z from 'zod'
import type { ProductQuery } from '../../../api/schemas/shop/product.js'
import { CatalogError, type FieldIssue } from '../../../catalog/errors.js'
import type { SearchFilters, SearchQuery, SearchResult } from '../../../search/index-port.js'
import { FACET_NAMES, facets } from '../../list/facet-values.js'
import { PAGE_SIZE } from '../../list/list-query.js'
import type { Visit } from '../../visit.js'
import { readOffset } from '../cursor.js'
import { ParameterFault } from '../../answer/parameter-fault.js'

type Asked = z.output<typeof ProductQuery>

/** The values of each filter as the index knows them. @throws {ParameterFault} naming every one that is not known. */
function toFacets(asked: Asked, visit: Visit): SearchFilters['facets'] {
  const issues: FieldIssue[] = []
  const chosen = FACET_NAMES.flatMap((name) => {
    const values = (asked[name] ?? []).flatMap((param, index) => {
      const found = facets[name].fromParam(param, visit)
      if (!found) issues.push({ path: `${name}.${index}`, code: 'notFound', params: { value: param } })
      return found ? [found.value] : []
    })
    return values.length > 0 ? [[name, [...new Set(values)]] as const] : []
  })
  if (issues.length > 0) throw new ParameterFault('query', new CatalogError('INVALID_INPUT', { issues }))
  return Object.fromEntries(chosen)
}

/** What is asked of the search: the same question as the page with these filters asks. */
export function toSearchQuery(asked: Asked, visit: Visit): SearchQuery & { readonly pageSize: number } {
  const { q = '', minPrice, maxPrice, inStock, limit = PAGE_SIZE, page = 1 } = asked
  const text = q.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const from = asked.cursor === undefined ? (page - 1) * limit : readOffset(asked)
  return {
    text,
    filters: { facets: toFacets(asked, visit), minPrice, maxPrice, inStock: inStock || undefined },
    sort: asked.sort ?? (text === '' ? 'stars' : 'relevance'),
    page: Math.floor(from / limit) + 1,
    pageSize: limit,
  }
}

/** How many products each value of a filter would leave, with the values as the filters take them. */
export function toFacetCounts(result: SearchResult, visit: Visit) {
  const counted = FACET_NAMES.map((name) => [
    name,
    result.facets[name].flatMap(({ value, count }) => {
      const known = facets[name].fromValue(value, visit)
      return known ? [{ value: known.param, label: known.label.text, count }] : []
    }),
  ])
  return Object.fromEntries(counted) as Record<
    (typeof FACET_NAMES)[number],
    { value: string; label: string; count: number }[]
  >
}
