import type * as z from 'zod'
import type { shopOperations } from '../../../api/operations/shop.js'
import type { PublicPlatforms } from '../../../api/schemas/shop/around.js'
import { fieldError } from '../../../catalog/errors.js'
import { isListedOn } from '../../../catalog/listing.js'
import { parsePeriod } from '../../../catalog/period.js'
import type { Platform } from '../../../catalog/platform.js'
import { without } from '../../../catalog/without.js'
import type { Coverage } from '../../../reports/coverage.js'
import { readFiguresQuery } from '../../figures/figures-query.js'
import { notFound } from '../../refusal.js'
import type { Visit } from '../../visit.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import { checkingThe } from '../../answer/parameter-fault.js'
import { toCoverage, toRanking, toTransactions } from '../office/report-answer.js'
import { toProduct } from './product-answer.js'

type Part = Pick<typeof shopOperations, 'listPublicPlatforms' | 'listOnPlatform' | 'getFigures' | 'listAnnouncements'>
type PlatformAnswer = z.input<typeof PublicPlatforms>['platforms'][number]

/** How many recognised products are on which platform today. */
function coverageToday({ catalog }: Visit): Coverage {
  const today = catalog.today()
  return catalog.coverage({ period: parsePeriod(`${today}..${today}`), province: null, mode: 'asNow' })
}

function toPlatform(platform: Platform, coverage: Coverage): PlatformAnswer {
  const { id, slug, name, operator, website, description, own, closedOn } = platform
  const counted = coverage.platforms.find(({ platformId }) => platformId === id)
  return {
    id,
    slug,
    name,
    operator: operator ?? null,
    website: website ?? null,
    description: description ?? null,
    own,
    closedOn: closedOn ?? null,
    listed: counted?.listed ?? 0,
    listedOfAnyKind: counted?.listedOfAnyKind ?? 0,
  }
}

/** @throws {ParameterFault} for what the figures cannot be asked. */
function readQuestion(visit: Visit) {
  return checkingThe('query', () => {
    const period = visit.query.get('period')
    if (period) parsePeriod(period)
    const { query, problem } = readFiguresQuery(visit)
    if (problem) throw fieldError('province', 'inconsistent', { why: problem.text, whyEn: problem.text })
    return query
  })
}

/** Platforms, public figures and news. */
export const aroundHandlers: HandlersOf<Part> = {
  listPublicPlatforms: ({ query, visit }) => {
    const coverage = coverageToday(visit)
    const { entries, next } = takePage(visit.catalog.state.all('platforms'), query)
    const platforms = entries.map((platform) => toPlatform(platform, coverage))
    return { body: { day: coverage.day, recognized: coverage.recognized, next, platforms } }
  },

  listOnPlatform: ({ params, query, visit }) => {
    const { state } = visit.catalog
    const platform = state.findBySlug('platforms', params.slug)
    if (!platform) throw notFound()
    const today = visit.catalog.today()
    const listed = state
      .listingsOn(platform.id)
      .filter((listing) => isListedOn(listing, platform, today))
      .flatMap(({ productId }) => state.find('products', productId) ?? [])
      .filter(({ status }) => status === 'published')
    const { entries, next } = takePage(listed, query)
    const products = entries.map((product) => toProduct(product, visit))
    return { body: { platform: toPlatform(platform, coverageToday(visit)), total: listed.length, next, products } }
  },

  getFigures: ({ visit }) => {
    const { period, province, mode, key } = readQuestion(visit)
    const asked = { period, province, mode }
    return {
      body: {
        coverage: toCoverage(visit.catalog.coverage(asked), visit),
        transactions: without(toTransactions(visit.catalog.transactions(asked)), 'byProduct'),
        ranking: toRanking(visit.catalog.ranking({ period, mode, key })),
      },
    }
  },

  listAnnouncements: ({ query, visit: { catalog } }) => {
    const { entries, next } = takePage(catalog.announcements.shownOn(catalog.today()), query)
    const announcements = entries.map(({ slug, title, text, from, until, link }) => ({
      slug,
      title,
      text: text ?? null,
      from,
      until: until ?? null,
      link: link ?? null,
    }))
    return { body: { next, announcements } }
  },
}
