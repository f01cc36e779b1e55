import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { checkLinks, type CheckedLink } from '../../src/links/check-links.js'
import { mannersOf } from '../../src/links/manners.js'
import { readPrices } from '../../src/links/read-prices.js'
import { PlatformSite } from './platform-site.js'
import { PATIENCE_MS } from '../support/patience.js'

const site = new PlatformSite()
beforeAll(() => site.open())
afterAll(() => site.close())
beforeEach(() => {
  site.requests.length = 0
  site.robots = { status: 200, body: 'User-agent: *\nDisallow: /rieng/\n' }
})

const CONTACT = { baseUrl: 'https://ocop.example.vn', reach: 'so-nong-nghiep@example.vn' }
const INSIDE = { insideHosts: ['127.0.0.1'] }

async function check(
  paths: readonly string[],
  { delay = 0, ...more } = {},
): Promise<readonly CheckedLink['visited'][]> {
  const found = new Map<string, CheckedLink['visited']>()
  const links = paths.map((path) => ({ id: path, url: path.startsWith('/') ? site.origin + path : path }))
  await checkLinks(links, {
    manners: mannersOf(CONTACT, { delay, ...INSIDE, ...more }),
    onChecked: ({ id, visited }) => void found.set(id, visited),
  })
  return paths.flatMap((path) => found.get(path) ?? [])
}

it('tells pages that are there, gone, moved or out of order, and follows no redirect', async () => {
  const paths = ['/con', '/mat', '/ve-trang-chu', '/doi', '/hong', '/ra-trong', '/dai']
  expect(await check(paths)).toEqual([
    { state: 'alive', status: 200, prices: [150_000] },
    { state: 'gone', status: 404, prices: [] },
    { state: 'gone', status: 302, prices: [] },
    { state: 'moved', status: 301, movedTo: `${site.origin}/moi`, prices: [] },
    { state: 'unreachable', status: 503, prices: [] },
    { state: 'unreachable', status: 302, prices: [] },
    { state: 'alive', status: 200, prices: [] },
  ])
  expect(site.requests.map(({ path }) => path)).toEqual(['/robots.txt', ...paths])
})

it('says who it is and how to reach its people with every request', async () => {
  await check(['/con'])
  for (const { agent } of site.requests)
    expect(agent).toBe('ocop-catalog-links/1 (+https://ocop.example.vn; so-nong-nghiep@example.vn)')
})

it('keeps away from what robots.txt asks it to, by its own name too, and from everything while that cannot be read', async () => {
  expect(await check(['/rieng/1', '/con'])).toMatchObject([{ state: 'refused' }, { state: 'alive' }])
  expect(site.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/con'])
  site.robots = { status: 200, body: 'User-agent: ocop-catalog\nDisallow: /\n\nUser-agent: *\nAllow: /\n' }
  expect(await check(['/con'])).toMatchObject([{ state: 'refused' }])
  site.robots = { status: 503, body: '' }
  expect(await check(['/con'])).toMatchObject([{ state: 'unreachable' }])
  site.robots = { status: 404, body: '' }
  expect(await check(['/con'])).toMatchObject([{ state: 'alive' }])
})

it('is not held up by a robots.txt or a page that was built to take long', async () => {
  const told = `${'User-agent: *\n'.repeat(15_000)}Disallow: /rieng/\n${'Disallow: /*a\n'.repeat(4_000)}`
  site.robots = { status: 200, body: told }
  const path = `/rieng/${'a'.repeat(900)}`
  expect(await check([path, '/con'])).toMatchObject([{ state: 'refused' }, { state: 'alive' }])
  // More than is weighed is as good as none that can be read.
  site.robots = { status: 200, body: `User-agent: *\n${`Disallow: /*${'a'.repeat(400)}b\n`.repeat(1_000)}` }
  expect(await check([path])).toMatchObject([{ state: 'unreachable' }])
  site.robots.body = site.robots.body.replace('*', 'others')
  expect(await check(['/con'])).toMatchObject([{ state: 'alive' }])
  const begun = performance.now()
  for (const part of ['<script ', '<script type', '<script type=application/ld+json>', '<script>', 'type = '])
    expect(readPrices(part.repeat(1024 ** 2 / part.length))).toEqual([])
  // Before, each of the first three took minutes.
  expect(performance.now() - begun).toBeLessThan(PATIENCE_MS)
})

it('pauses before each request to a host, longer where robots.txt asks for it', async () => {
  site.robots = { status: 200, body: 'User-agent: *\nCrawl-delay: 0.3\n' }
  await check(['/con', '/khac-gia'], { delay: 0.1 })
  const [first = 0, second = 0, third = 0] = site.requests.map(({ at }) => at)
  expect(second - first).toBeGreaterThan(280)
  expect(third - second).toBeGreaterThan(280)
})

it('asks nothing inside unless it is told to, however the address is spelt', async () => {
  const { port } = new URL(site.origin)
  const spellings = [
    `${site.origin}/con`,
    `http://2130706433:${port}/con`,
    `http://[::1]:${port}/con`,
    'http://printer.local/',
    `http://localhost.:${port}/con`,
    `http://name@127.0.0.1:${port}/con`,
  ]
  const found = await check(spellings, { insideHosts: [] } as never)
  expect(found.map(({ state }) => state)).toEqual(spellings.map(() => 'unreachable'))
  expect(site.requests).toEqual([])
})

it('takes for a price only what the page states as an offer in đồng', async () => {
  const found = await check(['/khac-gia', '/do-la', '/khong-gia'])
  expect(found.map(({ prices }) => prices)).toEqual([[135_000], [], []])
  const page = (facts: unknown) => `<script type=application/ld+json>${JSON.stringify(facts)}</script>`
  const offer = (price: unknown) => page({ '@type': 'Offer', priceCurrency: 'VND', price })
  expect(readPrices(offer('1.250.000'))).toEqual([1_250_000])
  expect(readPrices(offer('85000.00'))).toEqual([85_000])
  expect(readPrices(offer('liên hệ'))).toEqual([])
  expect(readPrices(offer(-5))).toEqual([])
  const span = { '@type': 'AggregateOffer', priceCurrency: 'VND', lowPrice: 65_000, highPrice: '120.000' }
  expect(readPrices(page([{ '@type': ['Product'], offers: span }]))).toEqual([65_000, 120_000])
})
