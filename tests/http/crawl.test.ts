import type { Server } from 'node:http'
import { brotliCompressSync, constants } from 'node:zlib'
import express from 'express'
import { load } from 'cheerio'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStorefront } from '../../src/storefront/index.js'
import { openBrowseShop } from './browse-shop.js'
import { MOUNTS } from './trade-shop.js'

interface Seen {
  readonly address: string
  readonly status: number
  readonly type: string
  readonly text: string
}

/** Inside a host that has other ideas about views. */
async function openHost(mount: string): Promise<Server> {
  const host = express()
  host.set('views', '/nowhere')
  host.set('view engine', 'pug')
  host.use(mount || '/', createStorefront({ catalog: await openBrowseShop() }))
  return host.listen(0, '127.0.0.1')
}

/** Addresses of this host that a page names: links, forms, pictures, styles and scripts. */
function namedIn(html: string): string[] {
  const $ = load(html)
  return $('[href], [src], [action], [formaction], [data-suggest]')
    .toArray()
    .flatMap(({ attribs }) => [attribs['href'], attribs['src'], attribs['action'], attribs['formaction']])
    .filter((address): address is string => address !== undefined && /^(?!https?:|#|tel:|mailto:|data:)/.test(address))
    .map((address) => address.split('#')[0] ?? '')
}

/** How many bytes a text has as it is sent: pages are compressed quickly, what is kept for good as well as can be. */
const sentBytes = (text: string, quality: number): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length

/** A word with a letter that English does not have. */
const VIETNAMESE = /\S*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]\S*/i

const isFiltered = (address: string): boolean => (address.match(/[?&]/g) ?? []).length > 2

/** Every page that can be reached by links, in one language; combinations of filters are left out. */
async function crawl(server: Server, start: string, lang: string): Promise<Seen[]> {
  const seen = new Map<string, Seen>()
  const waiting = [start]
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (seen.has(address)) continue
    const { status, text, headers } = await request(server).get(address).set('cookie', `lang=${lang}`).buffer(true)
    seen.set(address, { address, status, type: String(headers['content-type']), text: text })
    if (!/html/.test(String(headers['content-type']))) continue
    const $ = load(text)
    $('form[method="post"]').remove()
    waiting.push(...namedIn($.html()).filter((next) => !/[?&]lang=/.test(next) && !isFiltered(next)))
  }
  return [...seen.values()]
}

describe.each(MOUNTS)('a visitor who follows every link of a shop at “%s”', (mount) => {
  let server: Server
  const found: Record<string, Seen[]> = {}
  beforeAll(async () => {
    server = await openHost(mount)
    for (const lang of ['vi', 'en']) found[lang] = await crawl(server, `${mount}/`, lang)
  })
  afterAll(() => server.close())

  const pages = (lang: string) => (found[lang] ?? []).filter(({ type }) => type.includes('html'))

  it('never leaves the shop’s own part of the host', () => {
    for (const { address, text } of [...pages('vi'), ...pages('en')])
      for (const named of namedIn(text)) expect(named, address).toMatch(new RegExp(`^${mount}/`))
  })

  it('meets every kind of page, and none that is missing or broken', () => {
    const addresses = pages('vi').map(({ address }) => address.slice(mount.length))
    for (const expected of [
      '/products/ca-phe-bot',
      '/producers/ea-tu',
      '/platforms/postmart',
      '/provinces/dak-lak',
      '/provinces/long-an',
      '/stars',
      '/ranking',
      '/help',
      '/figures',
      '/orders',
      '/cart',
    ])
      expect(addresses).toContain(expected)
    expect((found['vi'] ?? []).filter(({ status }) => status !== 200).map(({ address }) => address)).toEqual([])
    expect((found['en'] ?? []).filter(({ status }) => status !== 200).map(({ address }) => address)).toEqual([])
  })

  it('reads each page in its language, with one heading and a title of its own', () => {
    for (const lang of ['vi', 'en']) {
      const titles = new Map<string, string>()
      for (const { address, text } of pages(lang)) {
        const $ = load(text)
        expect($('html').attr('lang'), address).toBe(lang)
        expect($('h1'), address).toHaveLength(1)
        // The page of the API names the JSON type null, as code.
        expect($('body').clone().find('.api code').remove().end().text(), address).not.toMatch(
          /undefined|\[object|NaN|null\b/,
        )
        if ($('meta[name="robots"]').length > 0) continue
        expect(titles.get($('title').text()), address).toBeUndefined()
        titles.set($('title').text(), address)
      }
    }
  })

  it('has on every page the search on top, the other language of the same page, and help at the foot', () => {
    for (const lang of ['vi', 'en'])
      for (const { address, text } of pages(lang)) {
        const $ = load(text)
        const other = new URL($('[hreflang][lang].top__tool').attr('href') ?? '', 'http://x')
        expect([other.pathname, other.searchParams.get('lang')], address).toEqual([
          address.split('?')[0],
          lang === 'vi' ? 'en' : 'vi',
        ])
        if (address.startsWith(`${mount}/account`)) continue
        expect($('header form[role="search"]').attr('action'), address).toBe(`${mount}/products`)
        expect($('header label[for="search"] + input#search[name="q"]'), address).toHaveLength(1)
        const foot = $('footer.bottom')
        expect(foot.find(`a[href="tel:1022"], a[href="${mount}/help"], a[href="${mount}/feedback"]`)).toHaveLength(3)
        if (/\/(products|producers|provinces|platforms|trace)\/[^?]/.test(address))
          expect($(`nav.trail li:first-child a[href="${mount}/"]`), address).toHaveLength(1)
      }
  })

  it('loads pages of less than 30 kB with all that they need, 6 kB of it scripts, and pictures that move nothing', () => {
    const texts = new Map((found['vi'] ?? []).map(({ address, text }) => [address, text]))
    const sizes = new Map<string, number>()
    const part = ({ attribs }: { attribs: Record<string, string> }): number => {
      const name = attribs['href'] ?? attribs['src'] ?? ''
      const size = sizes.get(name) ?? sentBytes(texts.get(name) ?? '', constants.BROTLI_MAX_QUALITY)
      sizes.set(name, size)
      return size
    }
    for (const { address, text } of pages('vi')) {
      const $ = load(text)
      for (const image of $('img').toArray())
        expect(
          ['width', 'height', 'alt'].filter((name) => $(image).attr(name) === undefined),
          address,
        ).toEqual([])
      // The page of the API lists some 200 operations, for developers.
      if (address === `${mount}/api`) continue
      const styles = $('link[rel="stylesheet"]').toArray().map(part)
      const scripts = $('script[src]').toArray().map(part)
      expect([styles.length, scripts.length], address).toEqual([1, 1])
      expect(Math.min(...styles, ...scripts), address).toBeGreaterThan(1000)
      expect(Math.max(...scripts), address).toBeLessThan(6_000)
      expect(sentBytes(text, 4) + (styles[0] ?? 0) + (scripts[0] ?? 0), address).toBeLessThan(30_000)
    }
  })

  it('finds no Vietnamese words on an English page but names and what is marked as Vietnamese', () => {
    for (const { address, text } of pages('en')) {
      if (/[?&]q=/.test(address)) continue // repeats what was typed
      const $ = load(text)
      $('[lang="vi"], script, style').remove()
      const hints = $('[placeholder]').map((_, field) => $(field).attr('placeholder'))
      const left = [$('body').text(), ...hints].join(' ').replace(/₫|QĐ-TTg|đồng|Tây Ninh|Đắk Lắk|Phú Yên/g, '')
      expect(VIETNAMESE.exec(left)?.[0] ?? 'none', address).toBe('none')
    }
  })

  it('is given facts about each page that a machine can read', () => {
    for (const { address, text } of pages('vi')) {
      const $ = load(text)
      for (const script of $('script[type="application/ld+json"]').toArray())
        expect(JSON.parse($(script).text()), address).toHaveProperty('@type')
      const canonical = $('link[rel="canonical"]').attr('href')
      if (canonical !== undefined) expect(new URL(canonical).pathname, address).toMatch(new RegExp(`^${mount}/`))
    }
  })
})
