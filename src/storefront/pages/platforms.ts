import { isListedOn } from '../../catalog/listing.js'
import { parsePeriod } from '../../catalog/period.js'
import type { Platform } from '../../catalog/platform.js'
import type { Coverage } from '../../reports/coverage.js'
import { formatCount, formatDay, formatShare } from '../format.js'
import { say } from '../language.js'
import { readPage, toPaging } from '../list/paging.js'
import { showsIllustration, toProductCard } from '../models/product-card.js'
import { toSource } from '../models/source.js'
import { notFound } from '../refusal.js'
import { page } from '../reply.js'
import type { Handler } from '../route.js'
import type { Visit } from '../visit.js'

const PAGE_SIZE = 24

/** How many recognised products are on which platform today. */
function coverageToday(visit: Visit): Coverage {
  const today = visit.catalog.today()
  return visit.catalog.coverage({ period: parsePeriod(`${today}..${today}`), province: null, mode: 'asNow' })
}

/** n of m, or that nothing is on record: which is not to say that nothing is there. */
function countWords(counted: Coverage['platforms'][number] | undefined, recognized: number, visit: Visit) {
  const { platform } = visit.messages.around
  if (!counted || counted.listedOfAnyKind === 0) return { share: platform.nothing, anyKind: null }
  const count = (value: number) => formatCount(value, visit.language)
  const share = counted.share === null ? null : formatShare(counted.share, visit.language)
  return {
    share: platform.share(count(counted.listed), count(recognized), share),
    anyKind: platform.anyKind(count(counted.listedOfAnyKind)),
  }
}

function toRow(platform: Platform, coverage: Coverage, visit: Visit) {
  const counted = coverage.platforms.find(({ platformId }) => platformId === platform.id)
  return {
    name: say(platform.name, visit.language),
    href: visit.links.to(`/platforms/${platform.slug}`),
    operator: platform.operator ?? null,
    website: platform.website === undefined ? null : toSource(platform.website),
    description: platform.description ? say(platform.description, visit.language) : null,
    isOwn: platform.own,
    closedOn: platform.closedOn && platform.closedOn <= visit.catalog.today() ? formatDay(platform.closedOn) : null,
    ...countWords(counted, coverage.recognized, visit),
    source: platform.source === undefined ? null : toSource(platform.source),
  }
}

/** The platforms on which OCOP products are listed, with n of m beside each. */
export const platforms: Handler = (visit) => {
  const { around } = visit.messages
  const coverage = coverageToday(visit)
  const view = {
    rows: visit.catalog.state.all('platforms').map((platform) => toRow(platform, coverage, visit)),
    today: formatDay(visit.catalog.today()),
    uncertain: formatCount(coverage.uncertain, visit.language),
    figures: visit.links.to('/figures'),
  }
  const trail = [{ label: { text: around.platforms, lang: null }, path: null }]
  return page('shop/platforms', { title: around.platforms, description: around.platform.description }, view, { trail })
}

/** One platform and the products listed there today. */
export const platform: Handler = (visit) => {
  const { state } = visit.catalog
  const found = state.findBySlug('platforms', visit.params.slug ?? '')
  if (!found) throw notFound()
  const today = visit.catalog.today()
  const listed = state
    .listingsOn(found.id)
    .filter((listing) => isListedOn(listing, found, today))
    .flatMap(({ productId }) => state.find('products', productId) ?? [])
    .filter(({ status }) => status === 'published')
  const pageCount = Math.max(1, Math.ceil(listed.length / PAGE_SIZE))
  const current = readPage(visit.query, pageCount)
  const cards = listed
    .slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE)
    .map((product) => toProductCard(product, visit))
  const hrefOf = (number: number) => visit.links.to(`/platforms/${found.slug}`, { page: number > 1 ? number : null })
  const row = toRow(found, coverageToday(visit), visit)
  const view = { platform: row, cards, paging: toPaging(current, pageCount, hrefOf), today: formatDay(today) }
  const trail = [
    { label: { text: visit.messages.around.platforms, lang: null }, path: '/platforms' },
    { label: row.name, path: null },
  ]
  return page('shop/platform', { title: row.name.text }, view, { trail, illustrative: showsIllustration(cards) })
}
