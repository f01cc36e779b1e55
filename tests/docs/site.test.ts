import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSite } from './write-site.js'

let folder: string
let pages: readonly string[]
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ocop-site-'))
  pages = await writeSite(folder)
})
afterAll(() => rm(folder, { recursive: true }))

describe('the site of the docs', () => {
  it('has no link that leads nowhere, on no page', () => {
    const broken = pages.flatMap((page) => {
      const $ = load(readFileSync(path.join(folder, page), 'utf8'))
      const hrefs = $('[href], [src]')
        .toArray()
        .map((element) => $(element).attr('href') ?? $(element).attr('src') ?? '')
      return hrefs
        .filter((href) => !/^[a-z]+:/.test(href) && !/(^|\/)api\/index\.html$/.test(href))
        .filter((href) => {
          const [target = '', anchor] = href.split('#')
          const file = target === '' ? path.join(folder, page) : path.join(folder, path.dirname(page), target)
          if (!existsSync(file)) return true
          return (
            anchor !== undefined &&
            file.endsWith('.html') &&
            load(readFileSync(file, 'utf8'))(`[id="${decodeURIComponent(anchor)}"]`).length === 0
          )
        })
        .map((href) => `${page}: ${href}`)
    })
    expect(broken).toEqual([])
  })

  it('begins in Vietnamese and in English for everyone who is no developer', () => {
    for (const who of ['shopper', 'producer', 'office'])
      for (const lang of ['vi', 'en']) {
        const $ = load(readFileSync(path.join(folder, `start/${who}.${lang}.html`), 'utf8'))
        expect([$('html').attr('lang'), $('main h1').length]).toEqual([lang, 1])
      }
  })
})
