import { fetchAnswer, type Answer } from './answers.js'
import { fold } from './built.js'
import { generateCatalog } from './generator.js'
import { nameInList } from './made-up-csv.js'

/** A kind of page, and addresses of it. */
export interface PageKind {
  readonly name: string
  readonly paths: readonly string[]
  /** True for pages that are made anew for each request, as for the first who asks. */
  readonly isAnew: boolean
}

const LISTS = ['', 'sort=priceAsc', 'sort=newest', 'stars=4', 'group=thuc-pham', 'stock=1', 'province=dak-lak']
const PAGES_OF_LIST = [1, 2, 3, 10, 30]
const PRODUCTS_ON_API_PAGE = 24
const SAMPLE = 48
const SEARCHES = 2000
/** Others send the same answers: so many of a kind. */
const KEPT_ANSWERS = 24

export const everyNth = <T>(values: readonly T[], wanted: number): T[] => {
  const step = Math.max(1, values.length / wanted)
  return Array.from({ length: Math.min(wanted, values.length) }, (_, index) => values[Math.floor(index * step)] as T)
}

const listPaths = LISTS.flatMap((filter) =>
  PAGES_OF_LIST.map((page) => `/products?${[filter, page > 1 && `page=${page}`].filter(Boolean).join('&')}`),
)

async function productPaths(origin: string, products: number): Promise<string[]> {
  const pages = everyNth(
    Array.from({ length: Math.ceil(products / PRODUCTS_ON_API_PAGE) }, (_, index) => index + 1),
    SAMPLE,
  )
  const paths: string[] = []
  for (const page of pages) {
    const { body } = await fetchAnswer(`${origin}/api/v1/products?page=${page}`, 'identity')
    const found = JSON.parse(body.toString()) as { products: { slug: string }[] }
    paths.push(...found.products.slice(0, 2).map(({ slug }) => `/products/${slug}`))
  }
  return paths
}

/** Searches for some products by their names. Gives the names under which they are not found on the first page. */
export async function findUnfound(origin: string, products: number): Promise<string[]> {
  const unfound: string[] = []
  for (const name of everyNth(generateCatalog(products), KEPT_ANSWERS).map(nameInList)) {
    const { body } = await fetchAnswer(
      `${origin}/api/v1/products?${new URLSearchParams({ q: name }).toString()}`,
      'identity',
    )
    const { products: found } = JSON.parse(body.toString()) as { products: { name: { vi: string } }[] }
    if (!found.some((product) => product.name.vi === name)) unfound.push(name)
  }
  return unfound
}

/** Names as people type them: no marks, no capitals. Every one is asked once, so no answer can be kept from before. */
function searchPaths(products: number): string[] {
  const words = new Set(generateCatalog(products).map(({ name, province }) => fold(`${name} ${province}`)))
  return everyNth([...words], SEARCHES).map((text) => `/products?${new URLSearchParams({ q: text }).toString()}`)
}

/** What is asked of a shop of so many made-up products. */
export async function pageKinds(origin: string, products: number): Promise<PageKind[]> {
  const product = await productPaths(origin, products)
  return [
    { name: 'home', paths: ['/'], isAnew: false },
    { name: 'product list', paths: listPaths, isAnew: false },
    { name: 'product page', paths: product, isAnew: false },
    { name: 'home, first view', paths: ['/'], isAnew: true },
    { name: 'list with filters, first view', paths: listPaths, isAnew: true },
    { name: 'product page, first view', paths: product, isAnew: true },
    { name: 'search, first view', paths: searchPaths(products), isAnew: true },
  ]
}

/** Ahead of the paths that the shop of the bench makes anew each time. */
export const ANEW = '/anew'

/** Where the shop of the bench answers for this kind. */
export const addressesOf = ({ paths, isAnew }: PageKind): readonly string[] =>
  isAnew ? paths.map((path) => `${ANEW}${path}`) : paths

/**
 * Fetches some of the answers, for others to send.
 *
 * @throws {Error} when a page is not whole.
 */
export async function fetchSample(origin: string, kind: PageKind, acceptEncoding: string): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const path of everyNth(addressesOf(kind), KEPT_ANSWERS)) {
    const plain = await fetchAnswer(`${origin}${path}`, 'identity')
    if (!plain.body.toString().trimEnd().endsWith('</html>')) throw new Error(`${path} is not a whole page.`)
    answers.push(await fetchAnswer(`${origin}${path}`, acceptEncoding))
  }
  return answers
}
