import type { SearchResult } from '../../search/index-port.js'
import { formatCount } from '../format.js'
import { toChips, toFilterGroups } from '../list/filters.js'
import { PAGE_SIZE, readListQuery, SORTS, toSearchQuery, toValues, type ListQuery } from '../list/list-query.js'
import { searchPage, toPaging } from '../list/paging.js'
import { toPairs, toQuery } from '../links.js'
import { atOnce, showsIllustration, toProductCard, type ProductCard } from '../models/product-card.js'
import { page, type Head } from '../reply.js'
import type { Handler } from '../route.js'
import type { Visit } from '../visit.js'
import { allGroupTiles } from './group-tiles.js'

/** So many pictures stand in the window of a phone before anybody scrolls. */
const AT_ONCE = 2

/** Worth finding by search engines: the whole list, and that of one province or one group. */
const isWorthFinding = ({ text, chosen, minPrice, maxPrice, inStock, sort }: ListQuery): boolean => {
  const { province, group, ...others } = chosen
  return (
    text === '' &&
    Object.values(others).flat().length === 0 &&
    province.length + group.length <= 1 &&
    minPrice === null &&
    maxPrice === null &&
    !inStock &&
    sort === 'stars'
  )
}

function toHead(list: ListQuery, result: SearchResult, visit: Visit): Head {
  const { browse } = visit.messages
  const words = [
    list.text && `“${list.text}”`,
    ...Object.values(list.chosen)
      .flat()
      .map(({ label }) => label.text),
  ]
  const subject = words.filter(Boolean).join(' · ')
  const onPage = result.page > 1 ? ` – ${browse.pageNumber(formatCount(result.page, visit.language))}` : ''
  return {
    title: `${subject ? browse.productsAbout(subject) : browse.products}${onPage}`,
    noIndex: !isWorthFinding(list),
    canonical: `/products?${toQuery(toValues(list))}`,
    description: browse.listDescription(formatCount(result.total, visit.language)),
  }
}

const toNothingFound = (list: ListQuery, nearest: readonly string[], hasFilters: boolean, visit: Visit) => ({
  nearest: nearest.map((text) => ({ text, href: visit.links.to('/products', { q: text }) })),
  withoutFilters: visit.links.to('/products', { q: list.text }),
  hasFilters,
  everything: visit.links.to('/products'),
  groups: allGroupTiles(visit),
})

/** The cards of a page: those that hold all words, and those after them that hold some. */
function splitWhereWordsLack(cards: readonly ProductCard[], { fullMatches, page: number }: SearchResult) {
  const full = Math.max(0, fullMatches - (number - 1) * PAGE_SIZE)
  return { cards: cards.slice(0, full), partial: cards.slice(full) }
}

/** The fields that the sort form carries along. */
const toHidden = (list: ListQuery) =>
  toPairs({ ...toValues(list), sort: null, page: null }).map(([name, value]) => ({ name, value }))

/** The product list: search, filters, sorting and paging, all of it in the address. */
export const products: Handler = (visit) => {
  const asked = readListQuery(visit)
  const result = searchPage((page) => visit.catalog.search(toSearchQuery({ ...asked, page })), asked.page)
  const list = { ...asked, page: result.page }
  const cards = result.hits.map(({ id, highlights }, index): ProductCard => {
    const card = toProductCard(visit.catalog.state.get('products', id), visit, highlights.name)
    return index < AT_ONCE ? atOnce(card) : card
  })
  const values = toValues(list)
  const hrefOf = (number: number) => visit.links.to('/products', { ...values, page: number > 1 ? number : null })
  const { browse } = visit.messages
  const chips = toChips(list, result.understood, visit)
  const view = {
    text: list.text,
    total: result.total,
    found: browse.found(formatCount(result.total, visit.language), list.text),
    ...splitWhereWordsLack(cards, result),
    chips,
    clear: visit.links.to('/products', { q: list.text }),
    groups: toFilterGroups(list, result, visit),
    min: list.minPrice === null ? '' : formatCount(list.minPrice, 'vi'),
    max: list.maxPrice === null ? '' : formatCount(list.maxPrice, 'vi'),
    inStock: { isChosen: list.inStock, count: formatCount(result.inStockCount, visit.language) },
    sort: list.sort,
    sorts: SORTS.filter((sort) => sort !== 'relevance' || list.text !== '').map((value) => ({
      value,
      label: browse.sorts[value],
      isChosen: value === list.sort,
    })),
    hidden: toHidden(list),
    paging: toPaging(result.page, result.pageCount, hrefOf),
    didYouMean:
      result.didYouMean === null
        ? null
        : {
            text: result.didYouMean,
            href: visit.links.to('/products', { ...values, q: result.didYouMean, page: null }),
          },
    nothing: result.total === 0 ? toNothingFound(list, result.nearest, chips.length > 0, visit) : null,
  }
  return page('shop/products', toHead(list, result, visit), view, {
    illustrative: showsIllustration(cards),
    kept: result.total > 0,
  })
}
