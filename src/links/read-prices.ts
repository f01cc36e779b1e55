/** Prices of one page are a handful; more is no page about one product. */
const MOST = 20
const MAX_PRICE = 10_000_000_000

const IS_FACTS = /\btype\s*=\s*["']?application\/ld\+json/i

/** The blocks of facts on a page. Each letter is looked at a few times at most, however the page is built. */
function* factsOn(html: string): Generator<string> {
  const begin = /<script\b/gi
  const end = /<\/script>/gi
  while (begin.exec(html)) {
    const open = html.indexOf('>', begin.lastIndex)
    if (open < 0) return
    const isFacts = IS_FACTS.test(html.slice(begin.lastIndex, open))
    begin.lastIndex = open
    if (!isFacts) continue
    end.lastIndex = open
    const close = end.exec(html)
    if (!close) return
    yield html.slice(open + 1, close.index)
    begin.lastIndex = end.lastIndex
  }
}

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

const typesOf = (node: Node): readonly string[] => [node['@type']].flat().map(String)

/** `120000`, `"120000.00"` or `"120.000"` with dots for thousands; null for anything else. */
function toPrice(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  const plain = /^\d{1,3}(?:[.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text.replace(/[.,]0{1,2}$/, '')
  const price = /^\d{1,11}$/.test(plain) ? Number(plain) : 0
  return price > 0 && price <= MAX_PRICE ? price : null
}

/** Walks through everything that a block of facts holds and gathers the prices in đồng of its offers. */
function gather(value: unknown, prices: Set<number>, depth = 0): void {
  if (depth > 12 || prices.size >= MOST) return
  if (Array.isArray(value)) for (const one of value) gather(one, prices, depth + 1)
  if (!isNode(value)) return
  const isOffer = typesOf(value).some((type) => /(?:^|\/)(?:Aggregate)?Offer$/.test(type))
  const specification = isNode(value['priceSpecification']) ? value['priceSpecification'] : {}
  const currency = value['priceCurrency'] ?? specification['priceCurrency']
  if (isOffer && currency === 'VND')
    for (const stated of [value['price'], value['lowPrice'], value['highPrice'], specification['price']]) {
      const price = toPrice(stated)
      if (price !== null) prices.add(price)
    }
  for (const inner of Object.values(value)) gather(inner, prices, depth + 1)
}

/**
 * The prices in đồng that a page states as schema.org offers (JSON-LD); empty when it states none. Nothing else on a page
 * is read as its price.
 */
export function readPrices(html: string): readonly number[] {
  const prices = new Set<number>()
  for (const json of factsOn(html))
    try {
      gather(JSON.parse(json), prices)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  return [...prices].slice(0, MOST)
}
