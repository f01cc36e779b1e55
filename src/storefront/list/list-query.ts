import { readAmount } from '../../catalog/prices/read-amount.js'
import { MAX_PRICE } from '../../catalog/vnd.js'
import type { FacetName, SearchQuery, Sort } from '../../search/index-port.js'
import type { QueryValues } from '../links.js'
import type { Visit } from '../visit.js'
import { FACET_NAMES, facets, type FacetValue } from './facet-values.js'

/** Products on one page of the list. */
export const PAGE_SIZE = 24
const MAX_TEXT = 200
const MAX_PAGE = 100_000
/** Values of one facet that are read; more come only from a made-up address. */
const MAX_CHOSEN = 30

export const SORTS = [
  'relevance',
  'stars',
  'priceAsc',
  'priceDesc',
  'unitPrice',
  'newest',
  'name',
] as const satisfies Sort[]

/** What a visitor asks of the product list, read from the address: what makes no sense is left out, never refused. */
export interface ListQuery {
  readonly text: string
  readonly chosen: Readonly<Record<FacetName, readonly FacetValue[]>>
  readonly minPrice: number | null
  readonly maxPrice: number | null
  readonly inStock: boolean
  readonly sort: Sort
  readonly page: number
}

/** An amount that a price may be; null when it is none. */
function parseAmount(text: string): number | null {
  const amount = readAmount(text)
  return amount !== null && amount > 0 && amount <= MAX_PRICE ? amount : null
}

const defaultSort = (text: string): Sort => (text === '' ? 'stars' : 'relevance')

export function readListQuery(visit: Visit): ListQuery {
  const { query } = visit
  const text = (query.get('q') ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, MAX_TEXT)
  const chosen = Object.fromEntries(
    FACET_NAMES.map((name) => {
      const params = [...new Set(query.getAll(name))].slice(0, MAX_CHOSEN)
      return [name, params.flatMap((param) => facets[name].fromParam(param, visit) ?? [])]
    }),
  ) as Record<FacetName, FacetValue[]>
  const page = Number(query.get('page'))
  return {
    text,
    chosen,
    minPrice: parseAmount(query.get('min') ?? ''),
    maxPrice: parseAmount(query.get('max') ?? ''),
    inStock: query.get('stock') === '1',
    sort: SORTS.find((sort) => sort === query.get('sort')) ?? defaultSort(text),
    page: Number.isInteger(page) && page > 1 && page <= MAX_PAGE ? page : 1,
  }
}

export function toSearchQuery(list: ListQuery): SearchQuery {
  const chosen = FACET_NAMES.map((name) => [name, list.chosen[name].map(({ value }) => value)] as const)
  return {
    text: list.text,
    filters: {
      facets: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
      minPrice: list.minPrice ?? undefined,
      maxPrice: list.maxPrice ?? undefined,
      inStock: list.inStock || undefined,
    },
    sort: list.sort,
    page: list.page,
    pageSize: PAGE_SIZE,
  }
}

/** The query as it stands in an address, without what is the default. */
export const toValues = (list: ListQuery): QueryValues => ({
  q: list.text,
  ...Object.fromEntries(FACET_NAMES.map((name) => [name, list.chosen[name].map(({ param }) => param)])),
  min: list.minPrice,
  max: list.maxPrice,
  stock: list.inStock ? 1 : null,
  sort: list.sort === defaultSort(list.text) ? null : list.sort,
  page: list.page > 1 ? list.page : null,
})
