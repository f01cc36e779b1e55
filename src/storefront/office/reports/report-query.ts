import { Stars } from '../../../catalog/grade.js'
import { GroupCode } from '../../../catalog/product-groups.js'
import type { Platform } from '../../../catalog/platform.js'
import type { ProductFilter } from '../../../reports/product-filter.js'
import { readFiguresQuery, toValues, type FiguresQuery, type QueryProblem } from '../../figures/figures-query.js'
import type { QueryValues } from '../../links.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { requireFilterReach } from './report-reach.js'

/** What a report is asked for: the public figures' query and the office's filters. */
export interface ReportQuery extends FiguresQuery {
  readonly filter: ProductFilter
  readonly platform: Platform | null
}

const PATH = '/office/reports'

/** The query as it stands in the page's address. */
export function toReportValues(query: ReportQuery, visit: Visit): QueryValues {
  const { filter, platform } = query
  const producer = filter.producerId && visit.catalog.state.find('producers', filter.producerId)
  return {
    ...toValues(query),
    platform: platform?.slug,
    group: filter.group,
    stars: filter.stars,
    commune: filter.commune?.code,
    producer: producer?.slug,
  }
}

/** Days as they were chosen; without a first one from the new year on, without a last one to today. */
const daysOf = (from: string, until: string, today: string): string =>
  `${from || `${until.slice(0, 4)}-01-01`}..${until || today}`

/** The address for what the form sent in parts; null when it named a period as a whole, or none. */
export function reportAddress({ query, links, catalog }: Visit): string | null {
  const { year, part, from = '', until = '', ...others } = Object.fromEntries(query)
  if (year === undefined) return null
  const period =
    from || until
      ? daysOf(from, until, catalog.today())
      : part === undefined || part === 'year'
        ? year
        : `${year}-${part}`
  const { mode, key, ...rest } = others
  return links.to(PATH, {
    period,
    ...rest,
    mode: mode === 'now' ? mode : null,
    key: key === 'transactions' ? null : key,
  })
}

/** Reads the page's address; a filter that means nothing is said, not passed over. */
export function readReportQuery(visit: Visit): { query: ReportQuery; problem: QueryProblem | null } {
  const { query: base, problem } = readFiguresQuery(visit)
  const { state, reference } = visit.catalog
  const words = visit.messages.reports
  const unknown: string[] = []
  const read = <T>(name: string, label: string, find: (text: string) => T | null | undefined): T | undefined => {
    const text = visit.query.get(name) ?? ''
    if (text === '') return undefined
    const found = find(text) ?? undefined
    if (found === undefined) unknown.push(label)
    return found
  }
  const filter: ProductFilter = {
    group: read('group', words.group, (text) => GroupCode.safeParse(text).data),
    stars: read('stars', words.stars, (text) => Stars.safeParse(Number(text)).data),
    commune: read('commune', words.commune, (code) => reference.places.findCommune('2025-07', code)),
    producerId: read('producer', words.producer, (slug) => state.findBySlug('producers', slug)?.id),
  }
  const platform = read('platform', words.platform, (slug) => state.findBySlug('platforms', slug)) ?? null
  const [first] = unknown
  return {
    query: { ...base, filter, platform },
    problem: problem ?? (first === undefined ? null : { text: words.badFilter(first), ways: [] }),
  }
}

/** As {@link readReportQuery}, for whoever is signed in. @throws {CatalogError} `NOT_FOUND` for what is out of reach. */
export function readOwnReportQuery(visit: Visit): ReturnType<typeof readReportQuery> {
  const read = readReportQuery(visit)
  requireFilterReach(read.query.filter, personOf(visit), visit.catalog)
  return read
}

/** What the form of the filters offers, and what is chosen. */
export function toFilterChoices({ filter, platform, province }: ReportQuery, visit: Visit) {
  const { state, reference } = visit.catalog
  const { language, messages } = visit
  const option = (value: string, label: string, chosen: string | undefined) => ({
    value,
    label,
    isChosen: value === chosen,
  })
  const now = province && reference.places.successor(province)
  return {
    groups: reference.groups.groups.map((group) => option(group.code, group[language], filter.group)),
    stars: [5, 4, 3].map((stars) => option(String(stars), messages.reports.starsOf(stars), String(filter.stars))),
    platforms: [...state.all('platforms')].map(({ slug, name }) =>
      option(slug, (language === 'en' ? name.en : undefined) ?? name.vi, platform?.slug),
    ),
    communes: now
      ? reference.places.communesOf(now.code).map(({ code, name }) => option(code, name, filter.commune?.code))
      : [],
    producer: filter.producerId ? (state.find('producers', filter.producerId)?.slug ?? '') : '',
    isOpen: Object.values(filter).some((value) => value !== undefined) || platform !== null,
  }
}
