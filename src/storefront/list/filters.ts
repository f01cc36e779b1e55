import type { FacetName, SearchResult, Understood } from '../../search/index-port.js'
import { formatCount, formatVnd } from '../format.js'
import { vietnamese, type Said } from '../language.js'
import type { QueryValues } from '../links.js'
import type { Visit } from '../visit.js'
import { FACET_NAMES, facets } from './facet-values.js'
import { toValues, type ListQuery } from './list-query.js'
import { nowPartOf } from './now-part-of.js'

/** Values of a facet that are offered at once; the chosen ones always are. */
const MAX_OFFERED: Partial<Record<FacetName, number>> = { producer: 12, commune: 40 }

interface FilterOption {
  readonly param: string
  readonly label: Said
  readonly count: string
  readonly isChosen: boolean
}

export interface FilterGroup {
  readonly name: FacetName
  readonly legend: string
  readonly options: readonly FilterOption[]
  readonly isOpen: boolean
}

export interface Chip {
  readonly label: Said
  /** The list without it. */
  readonly href: string
}

/** Sets are offered within a group and communes within a province: by themselves they are too many to choose from. */
const isOffered = (name: FacetName, list: ListQuery): boolean =>
  list.chosen[name].length > 0 ||
  (name === 'set' ? list.chosen.group.length > 0 : name === 'commune' ? list.chosen.province.length > 0 : true)

const ALWAYS_OPEN: ReadonlySet<FacetName> = new Set(['group', 'stars'])

export function toFilterGroups(list: ListQuery, result: SearchResult, visit: Visit): FilterGroup[] {
  return FACET_NAMES.filter((name) => isOffered(name, list)).flatMap((name) => {
    const chosen = new Set(list.chosen[name].map(({ value }) => value))
    const counted = result.facets[name]
    const offered = counted.slice(0, MAX_OFFERED[name]).filter(({ value }) => !chosen.has(value))
    const first = Array.from(chosen, (value) => counted.find((one) => one.value === value) ?? { value, count: 0 })
    const options = [...first, ...offered].flatMap(({ value, count }) => {
      const known = facets[name].fromValue(value, visit)
      if (!known) return []
      const { param, label } = known
      return [{ param, label, count: formatCount(count, visit.language), isChosen: chosen.has(value) }]
    })
    if (options.length === 0) return []
    const legend = visit.messages.browse.facets[name]
    return [{ name, legend, options, isOpen: ALWAYS_OPEN.has(name) || chosen.size > 0 }]
  })
}

const without = (values: QueryValues, name: string, param?: string): QueryValues => {
  const value = values[name]
  const rest = param !== undefined && Array.isArray(value) ? value.filter((single) => single !== param) : null
  return { ...values, [name]: rest, page: null }
}

/** What words of the query were taken for: "4 sao" is a filter, not a word to look for. */
function understoodLabel({ kind, name, filters }: Understood, visit: Visit): Said {
  const { browse } = visit.messages
  const plain = (text: string): Said => ({ text, lang: null })
  const [stars] = filters.facets.stars ?? []
  if (kind === 'stars' && stars !== undefined) return plain(browse.starCount(stars))
  if (kind === 'inStock') return plain(browse.onlyInStock)
  if (filters.minPrice !== undefined && filters.maxPrice === undefined)
    return plain(browse.priceFrom(formatVnd(filters.minPrice)))
  if (filters.maxPrice !== undefined && filters.minPrice === undefined)
    return plain(browse.priceTo(formatVnd(filters.maxPrice)))
  const today = kind === 'place' ? nowPartOf(name, visit.catalog.reference.places) : null
  return today === null ? vietnamese(name, visit.language) : plain(browse.nowPartOf(name, today))
}

const understoodChips = (list: ListQuery, understood: readonly Understood[], visit: Visit): Chip[] =>
  understood.map((part) => ({
    label: understoodLabel(part, visit),
    href: visit.links.to('/products', { ...toValues(list), q: part.without, page: null }),
  }))

/** Every filter that is set, each those understood from the query first, with the address of the list without it. */
export function toChips(list: ListQuery, understood: readonly Understood[], visit: Visit): Chip[] {
  const values = toValues(list)
  const { browse } = visit.messages
  const href = (rest: QueryValues) => visit.links.to('/products', rest)
  const chips: Chip[] = FACET_NAMES.flatMap((name) =>
    list.chosen[name].map(({ label, param }) => ({ label, href: href(without(values, name, param)) })),
  )
  const plain = (text: string, name: string) =>
    chips.push({ label: { text, lang: null }, href: href(without(values, name)) })
  if (list.minPrice !== null) plain(browse.priceFrom(formatVnd(list.minPrice)), 'min')
  if (list.maxPrice !== null) plain(browse.priceTo(formatVnd(list.maxPrice)), 'max')
  if (list.inStock) plain(browse.onlyInStock, 'stock')
  return [...understoodChips(list, understood, visit), ...chips]
}
