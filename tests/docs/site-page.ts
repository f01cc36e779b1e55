import path from 'node:path'
import MarkdownIt from 'markdown-it'
import { HOMES, type Part } from './site-parts.js'

/** A page of the repository, as it is read. */
export interface Source {
  readonly file: string
  readonly title: string
  readonly text: string
  readonly lang: 'vi' | 'en'
}

/** All that the pages need to know of each other. */
export interface Site {
  readonly sources: ReadonlyMap<string, Source>
  readonly parts: readonly Part[]
}

const markdown = new MarkdownIt({ html: true, linkify: false })

/** `docs/start/office.vi.md` is `start/office.vi.html`. */
export const addressOf = (file: string): string =>
  file
    .replace(/^docs\//, '')
    .replace(/^README\.md$/, 'readme.html')
    .replace(/\.md$/, '.html')

/** A heading's anchor, as code hosts make it, so that links in the sources work in both places. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const plain = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/&amp;/g, '&')

/** Where a link of a source leads on the site: pages to pages, other files of the repository by their name alone. */
function rewrite(href: string, from: string, { sources }: Site): string {
  if (/^[a-z]+:|^#/.test(href)) return href
  const [target = '', anchor] = href.split('#')
  const file = path.posix.join(path.posix.dirname(from), target)
  const to = sources.has(file) ? addressOf(file) : `files/${file}`
  const here = path.posix.dirname(addressOf(from))
  return path.posix.relative(here, to) + (anchor === undefined ? '' : `#${anchor}`)
}

interface Frame {
  readonly lang: 'vi' | 'en'
  readonly title: string
  /** The page's own address, for links that lead from it. */
  readonly address: string
  readonly kind: 'home' | 'page'
  readonly side: string
  readonly main: string
}

function frame({ lang, title, address, kind, side, main }: Frame): string {
  const from = (to: string): string => path.posix.relative(path.posix.dirname(address), to)
  const [own, other] = lang === 'vi' ? [HOMES.vi, HOMES.en] : [HOMES.en, HOMES.vi]
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}${kind === 'home' ? '' : ' · ocop-catalog'}</title><link rel="stylesheet" href="${from('site.css')}"></head><body><a class="skip" href="#main">${lang === 'vi' ? 'Đến nội dung' : 'To the contents'}</a><header class="top"><div class="top__row"><a class="top__name" href="${from(own.file)}">ocop-catalog</a><nav aria-label="${lang === 'vi' ? 'Trang' : 'Site'}">${kind === 'page' ? `<a class="top__contents" href="#contents">${own.menu}</a>` : ''}<a href="${from('library.html')}">${lang === 'vi' ? 'Thư viện' : 'Library'}</a><a href="${from('api/index.html')}">API</a><a href="${from(other.file)}" lang="${lang === 'vi' ? 'en' : 'vi'}">${own.other}</a></nav></div></header><div class="all all--${kind}"><main id="main">${main}</main>${side}</div></body></html>\n`
}

/** The list of all pages; on a phone behind one touch. */
function contents(site: Site, file: string, menu: string): string {
  const link = (page: string): string => {
    const { title = page, lang = 'en' } = site.sources.get(page) ?? {}
    const current = page === file ? ' aria-current="page"' : ''
    return `<li><a href="${rewrite(path.posix.relative(path.posix.dirname(file), page), file, site)}" lang="${lang}"${current}>${title}</a></li>`
  }
  const parts = site.parts
    .filter(({ pages }) => pages.length > 0)
    .map(({ title, lang, pages }) => `<h2 lang="${lang}">${title}</h2><ul>${pages.map(link).join('')}</ul>`)
  const api = path.posix.relative(path.posix.dirname(addressOf(file)), 'api/index.html')
  return `<nav class="contents" id="contents" aria-label="${menu}"><p class="contents__title">${menu}</p>${parts.join('')}<h2 lang="en">API</h2><ul><li><a href="${api}" lang="en">Reference of the library</a></li></ul></nav>`
}

/** The pages before and after, as they stand in the contents. */
function turn({ sources, parts }: Site, file: string): string {
  const all = parts.flatMap(({ pages }) => pages)
  const at = all.indexOf(file)
  const here = path.posix.dirname(addressOf(file))
  const link = (page: string | undefined, arrow: (title: string) => string): string =>
    page === undefined
      ? '<span></span>'
      : `<a href="${path.posix.relative(here, addressOf(page))}">${arrow(sources.get(page)?.title ?? page)}</a>`
  return `<div class="turn">${link(all[at - 1], (title) => `← ${title}`)}${link(all[at + 1], (title) => `${title} →`)}</div>`
}

/** A page of the repository as a page of the site. */
export function renderPage({ file, text, title, lang }: Source, site: Site): string {
  const words = HOMES[lang]
  const headings: { readonly id: string; readonly text: string }[] = []
  const body = markdown
    .render(text)
    .replace(/<h([1-4])>(.*?)<\/h\1>/g, (_, level: string, inner: string) => {
      const id = anchorOf(plain(inner))
      if (level === '2') headings.push({ id, text: inner.replace(/<\/?a[^>]*>/g, '') })
      return `<h${level} id="${id}">${inner}</h${level}>`
    })
    .replace(/<table>/g, '<div class="scroll" tabindex="0"><table>')
    .replace(/<\/table>/g, '</table></div>')
    .replace(/<pre>/g, '<pre tabindex="0">')
    .replace(/(href|src)="([^"]+)"/g, (_, name: string, href: string) => `${name}="${rewrite(href, file, site)}"`)
  const items = headings.map(({ id, text: inner }) => `<li><a href="#${id}">${inner}</a></li>`)
  const onPage =
    headings.length < 3
      ? ''
      : `<details class="on-page"><summary>${words.onPage}</summary><ul>${items.join('')}</ul></details>`
  return frame({
    lang,
    title: plain(title),
    address: addressOf(file),
    kind: 'page',
    side: contents(site, file, words.menu),
    main: body.replace(/<\/h1>/, `</h1>${onPage}`) + turn(site, file),
  })
}

/** The first page in one language. */
export function renderHome(lang: 'vi' | 'en'): string {
  const { title, lead, begin, people, picture, file } = HOMES[lang]
  const cards = people.map(
    ([page, name, text]) => `<li><a href="${addressOf(page)}"><strong>${name}</strong><span>${text}</span></a></li>`,
  )
  const main = `<h1>${title}</h1><p class="lead">${lead}</p><h2>${begin}</h2><ul class="people">${cards.join('')}</ul><p><img src="files/docs/shop.png" alt="${picture}"></p>`
  return frame({ lang, title, address: file, kind: 'home', side: '', main })
}
