import type { Request } from '../bench/load.js'
import { recipient } from '../support/shop.js'

const BROWSER =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36'
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
const PAGES = [
  '/',
  '/products',
  '/products/ca-phe-bot',
  '/products/mat-ong',
  '/producers/ea-tu',
  '/provinces',
  '/stars',
  '/api/v1/products',
  '/open-data/products.csv',
  '/cart',
]
const ROUNDS = 100

/** What is seldom, in a step of the soak: once in so many rounds. */
const RARE = { order: 4, signIn: 50, lookUp: 5, office: 5, download: 20 } as const

/** The address of a visitor; there are 16 million of them. */
const addressOf = (number: number): string => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`

const phoneOf = (number: number): string => `09${String(10_000_000 + (number % 80_000_000))}`

/** People of the fronts who are signed in, by their session cookies. */
export interface SignedIn {
  readonly office: string
  readonly producer: string
}

/** More than the shop keeps of each: pages up to their bytes, addresses that tried wrong paths up to their number. */
const [NEW_PAGES, NEW_WRONG] = [12_000, 52_000]

/** What fills all that is kept for speed and has a bound, each from another address; what grows after it has none. */
export function fillingCrowd(): Request[] {
  return Array.from({ length: NEW_PAGES + NEW_WRONG }, (_, number) => ({
    path: number < NEW_PAGES ? `/products?q=mat%20ong%20full%20${number}` : `/wp-admin/full-${number}.php`,
    headers: {
      'user-agent': BROWSER,
      'x-forwarded-for': `172.16.${number >> 8}.${number & 255}`,
      'accept-encoding': 'br',
    },
  }))
}

/**
 * What visitors, scanners and people who are signed in send in one step of the soak: everyone from another address, every
 * search, wrong address and order another one.
 */
export function crowdOf(step: number, { office, producer }: SignedIn): Request[] {
  const requests: Request[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const number = step * ROUNDS + round
    const add = (path: string, more: Partial<Request> = {}): void => {
      const address = addressOf(number * 40 + requests.length)
      requests.push({
        path,
        ...more,
        headers: { 'user-agent': BROWSER, 'x-forwarded-for': address, 'accept-encoding': 'gzip, br', ...more.headers },
      })
    }
    const isTurn = (every: number): boolean => round % every === 0
    for (const path of PAGES) if (path !== '/open-data/products.csv' || isTurn(RARE.download)) add(path)
    for (let n = 0; n < 6; n += 1) add(`/products?q=mat%20ong%20${number}%20${n}`)
    add(`/api/v1/products?q=ca%20phe%20${number}`)
    for (let n = 0; n < 4; n += 1) add(`/wp-admin/${number}-${n}.php`)
    const body = (lines: unknown) => JSON.stringify({ lines, recipient: recipient({ phone: phoneOf(number) }) })
    const headers = { 'content-type': 'application/json', 'idempotency-key': `soak-${number}-order` }
    add('/api/v1/orders', { method: 'POST', headers, body: body([{ sku: 'CF-250', quantity: 0 }]) })
    if (isTurn(RARE.order))
      add('/api/v1/orders', { method: 'POST', headers, body: body([{ sku: 'CF-250', quantity: 1 }]) })
    add('/cart', { method: 'POST', headers: FORM, body: 'sku=CF-250&quantity=1&action=add' })
    if (isTurn(RARE.lookUp))
      add('/orders', { method: 'POST', headers: FORM, body: `code=7K2M9-QX4TB&phone=${phoneOf(number)}` })
    if (isTurn(RARE.signIn))
      add('/account/sign-in', {
        method: 'POST',
        headers: FORM,
        body: `identifier=${phoneOf(number)}&password=khongdung`,
      })
    if (isTurn(RARE.office)) {
      add('/office', { headers: { cookie: office } })
      add('/producer', { headers: { cookie: producer } })
    }
  }
  return requests
}
