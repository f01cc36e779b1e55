import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import MarkdownIt from 'markdown-it'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** The parts of the site in their order, each with its pages. What is new in `docs` and named nowhere comes last. */
const PARTS: readonly (readonly [title: string, pages: readonly string[]])[] = [
  ['Bắt đầu', ['docs/start/shopper.vi.md', 'docs/start/producer.vi.md', 'docs/start/office.vi.md']],
  [
    'Getting started',
    [
      'README.md',
      'docs/start/shopper.en.md',
      'docs/start/producer.en.md',
      'docs/start/office.en.md',
      'docs/start/developer.md',
    ],
  ],
  ['Library', ['docs/library.md', 'docs/hosts.md', 'docs/embed.md', 'docs/records.md']],
  ['Running', ['docs/running.md', 'docs/postgres.md', 'docs/durability.md']],
  [
    'Reasons',
    [
      'docs/architecture.md',
      'docs/glossary.md',
      'docs/features.md',
      'docs/dependencies.md',
      'data/README.md',
      'data/LICENSES.md',
    ],
  ],
  ['Changes', ['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md']],
]

const STYLE = `:root{color-scheme:light dark;--paper:#faf6ec;--ink:#21242e;--line:#ddd2bc;--link:#2a3a86;--well:#f1eadb}
@media (prefers-color-scheme:dark){:root{--paper:#12162b;--ink:#f2ecdd;--line:#343c66;--link:#aebcff;--well:#232a4f}}
body{margin:0;font:1rem/1.6 system-ui,sans-serif;background:var(--paper);color:var(--ink)}a{color:var(--link)}
.all{display:grid;gap:1rem 2rem;max-width:76rem;margin:auto;padding:1rem}main{min-width:0;max-width:46rem}
@media (min-width:60rem){.all{grid-template-columns:15rem 1fr}}nav h2{font-size:1rem;margin:1rem 0 .25rem}nav ul{list-style:none;margin:0;padding:0}
nav a{display:block;padding:.4rem 0}pre,table{overflow-x:auto;display:block}pre{background:var(--well);padding:.75rem;border-radius:.5rem}
td,th{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top}table{border-collapse:collapse}img{max-width:100%}`

const markdown = new MarkdownIt({ html: true, linkify: false })

interface Source {
  readonly file: string
  readonly title: string
  readonly text: string
  readonly lang: string
}

/** `docs/start/office.vi.md` is `start/office.vi.html`, `README.md` the first page. */
const addressOf = (file: string): string =>
  file === 'README.md' ? 'index.html' : file.replace(/^docs\//, '').replace(/\.md$/, '.html')

/** A heading's anchor, as code hosts make it, so that links in the sources work in both places. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

async function readSource(file: string): Promise<Source> {
  const text = await readFile(path.join(ROOT, file), 'utf8')
  return { file, text, title: /^# (.+)$/m.exec(text)?.[1] ?? file, lang: file.endsWith('.vi.md') ? 'vi' : 'en' }
}

/** Where a link of a source leads on the site: pages to pages, other files of the repository by their name alone. */
function rewrite(href: string, from: string, pages: ReadonlySet<string>): string {
  if (/^[a-z]+:|^#/.test(href)) return href
  const [target = '', anchor] = href.split('#')
  const file = path.posix.join(path.posix.dirname(from), target)
  const here = path.posix.dirname(addressOf(from))
  const to = pages.has(file) ? addressOf(file) : `files/${file}`
  return path.posix.relative(here, to) + (anchor === undefined ? '' : `#${anchor}`)
}

function render(
  { file, text, title, lang }: Source,
  sources: ReadonlyMap<string, Source>,
  parts: typeof PARTS,
): string {
  const pages = new Set(sources.keys())
  const link = (to: string) => rewrite(path.posix.relative(path.posix.dirname(file), to), file, pages)
  const body = markdown
    .render(text)
    .replace(/<h([1-4])>(.*?)<\/h\1>/g, (_, level: string, inner: string) => {
      const id = anchorOf(inner.replace(/<[^>]+>/g, '').replace(/&amp;/g, '&'))
      return `<h${level} id="${id}">${inner}</h${level}>`
    })
    .replace(/(href|src)="([^"]+)"/g, (_, name: string, href: string) => `${name}="${rewrite(href, file, pages)}"`)
  const nav = parts.map(
    ([name, list]) =>
      `<h2>${name}</h2><ul>${list.map((page) => `<li><a href="${link(page)}"${page === file ? ' aria-current="page"' : ''}>${sources.get(page)?.title ?? page}</a></li>`).join('')}</ul>`,
  )
  const api = path.posix.join(path.posix.relative(path.posix.dirname(addressOf(file)), '.'), 'api/index.html')
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · ocop-catalog</title><style>${STYLE}</style></head><body><div class="all"><nav aria-label="Docs">${nav.join('')}<h2>API</h2><ul><li><a href="${api}">Reference</a></li></ul></nav><main>${body}</main></div></body></html>\n`
}

/** Writes the docs as a site of plain pages into a folder; the API reference is added by typedoc beside it. */
export async function writeSite(folder: string): Promise<readonly string[]> {
  const named = new Set(PARTS.flatMap(([, pages]) => pages))
  const others = (await readdir(path.join(ROOT, 'docs')))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .filter((file) => !named.has(file))
  const parts = [...PARTS, ['More', others.sort()] as const]
  const sources = new Map<string, Source>()
  for (const [, pages] of parts) for (const page of pages) sources.set(page, await readSource(page))
  const written: string[] = []
  for (const source of sources.values()) {
    const html = render(source, sources, parts)
    const address = addressOf(source.file)
    await mkdir(path.join(folder, path.dirname(address)), { recursive: true })
    await writeFile(path.join(folder, address), html)
    written.push(address)
    for (const [, to = ''] of html.matchAll(/(?:href|src)="(?:\.\.\/)*files\/([^"#]*)/g))
      await cp(path.join(ROOT, to), path.join(folder, 'files', to), { recursive: true })
  }
  return written
}
