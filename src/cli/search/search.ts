import { Argument, type Command } from 'commander'
import type { ProductId } from '../../catalog/ids.js'
import { shownCertificate } from '../../catalog/standing.js'
import type { Language } from '../../catalog/text.js'
import type { SearchResult, Understood } from '../../search/index-port.js'
import type { Catalog } from '../../site/catalog.js'
import { explanationLines } from './explanation-lines.js'
import { formatNumber } from '../format.js'
import { usageRefusal } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'
import { tableLines } from '../table.js'

interface SearchOptions extends GlobalOptions {
  readonly limit?: string
  readonly explain?: boolean
}

const FEW_HITS = 10
const MOST_HITS = 1000

const words = {
  vi: {
    about: 'tìm sản phẩm như ô tìm kiếm của gian hàng',
    text: 'từ cần tìm, để trong dấu ngoặc kép',
    limit: `số sản phẩm in ra (mặc định: ${FEW_HITS})`,
    explain: 'vì sao từng sản phẩm đứng ở chỗ đó',
    found: (count: string, text: string) => `${count} sản phẩm cho “${text}”`,
    full: (count: string) => `Đủ các từ: ${count}; các sản phẩm sau đó có một phần.`,
    understood: (text: string, meaning: string) => `“${text}” được hiểu là điều kiện lọc: ${meaning}`,
    didYouMean: (text: string) => `Có phải bạn tìm: ${text}`,
    nearest: (texts: string) => `Gần với từ đã gõ: ${texts}`,
    headings: ['#', 'Sản phẩm', 'Sao', 'Chủ thể', 'Nơi'],
    stars: (stars: string) => `${stars} sao`,
    from: (price: string) => `từ ${price} ₫`,
    to: (price: string) => `đến ${price} ₫`,
    inStock: 'còn hàng',
  },
  en: {
    about: 'find products as the search box of the shop does',
    text: 'what to look for, in quotation marks',
    limit: `products to print (default: ${FEW_HITS})`,
    explain: 'why each product stands where it does',
    found: (count: string, text: string) => `${count} products for “${text}”`,
    full: (count: string) => `With all words: ${count}; those after them have some of the words.`,
    understood: (text: string, meaning: string) => `“${text}” was taken as a filter: ${meaning}`,
    didYouMean: (text: string) => `Did you mean: ${text}`,
    nearest: (texts: string) => `Close to what was typed: ${texts}`,
    headings: ['#', 'Product', 'Stars', 'Producer', 'Place'],
    stars: (stars: string) => `${stars} stars`,
    from: (price: string) => `from ${price} ₫`,
    to: (price: string) => `up to ${price} ₫`,
    inStock: 'in stock',
  },
} as const

/** @throws {Refusal} when it is no number of products. */
function readLimit(typed: string): number {
  const limit = Number(typed)
  if (/\D/.test(typed) || limit < 1 || limit > MOST_HITS)
    throw usageRefusal(
      `--limit=${typed}: cần một số từ 1 đến ${MOST_HITS}.`,
      `--limit=${typed}: this must be a number from 1 to ${MOST_HITS}.`,
    )
  return limit
}

/** What a part of the query was taken for, in words. */
function meaningOf({ filters, name }: Understood, language: Language): string {
  const text = words[language]
  const { minPrice, maxPrice, inStock, facets } = filters
  const parts = [
    ...(facets.stars ? [text.stars(facets.stars.join(', '))] : []),
    ...(minPrice === undefined ? [] : [text.from(formatNumber(minPrice, language))]),
    ...(maxPrice === undefined ? [] : [text.to(formatNumber(maxPrice, language))]),
    ...(inStock ? [text.inStock] : []),
  ]
  return parts.length > 0 ? parts.join(' · ') : name
}

function rowOf(id: ProductId, number: number, catalog: Catalog, language: Language): string[] {
  const { state, reference } = catalog
  const today = catalog.today()
  const product = state.get('products', id)
  const shown = shownCertificate(state.certificatesOf(id), today)
  const producer = product.producerId && state.find('producers', product.producerId)
  const { places } = reference
  const name = language === 'en' ? (product.name.en ?? product.name.vi) : product.name.vi
  return [
    String(number),
    name,
    shown?.certificate.stars ? String(shown.certificate.stars) : '–',
    producer ? producer.name : '–',
    places.describe(places.today(product.place ?? product.origin), today, language),
  ]
}

function headLines(text: string, result: SearchResult, language: Language): string[] {
  const say = words[language]
  const { total, fullMatches, understood, didYouMean, nearest } = result
  return [
    say.found(formatNumber(total, language), text),
    ...understood.map((part) => say.understood(part.text, meaningOf(part, language))),
    ...(fullMatches < total ? [say.full(formatNumber(fullMatches, language))] : []),
    ...(didYouMean === null ? [] : [say.didYouMean(didYouMean)]),
    ...(nearest.length === 0 ? [] : [say.nearest(nearest.join(' · '))]),
  ]
}

/** What was found as lines: how the query was understood, then the hits, each with what led to it when that is asked for. */
function resultLines(
  text: string,
  { limit = `${FEW_HITS}`, explain }: SearchOptions,
  catalog: Catalog,
  language: Language,
): string[] {
  const query = { text, filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: readLimit(limit) } as const
  const result = catalog.search({ ...query, explain })
  const head = headLines(text, result, language)
  if (result.hits.length === 0) return head
  const [number, ...others] = words[language].headings
  const [heading = '', line = '', ...rows] = tableLines(
    [{ heading: number, align: 'right' }, ...others.map((heading) => ({ heading }))],
    result.hits.map(({ id }, i) => rowOf(id, i + 1, catalog, language)),
  )
  const body = rows.flatMap((row, i) => [row, ...explanationLines(result.hits[i], language)])
  return [...head, '', heading, line, ...body]
}

export function addSearch(program: Command, session: Session): void {
  const { terminal } = session
  const { language } = terminal
  const text = words[language]
  program
    .command('search')
    .description(text.about)
    .addArgument(new Argument('<text>', text.text))
    .option('--limit <number>', text.limit)
    .option('--explain', text.explain)
    .action(async (typed: string, _options, command: Command) => {
      const options = command.optsWithGlobals<SearchOptions>()
      await session.withCatalog(session.existingFolder(options), (catalog) => {
        for (const line of resultLines(typed, options, catalog, language)) terminal.print(line)
      })
    })
}
