import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { addressOf, renderHome, renderPage, type Source } from './site-page.js'
import { HOMES, PARTS } from './site-parts.js'

const ROOT = path.resolve(import.meta.dirname, '../..')

async function readSource(file: string): Promise<Source> {
  const text = await readFile(path.join(ROOT, file), 'utf8')
  return { file, text, title: /^# (.+)$/m.exec(text)?.[1] ?? file, lang: file.endsWith('.vi.md') ? 'vi' : 'en' }
}

/** Copies a file or a folder of the repository; a folder gets a page that lists it, since hosts of plain files list none. */
async function copyLinked(to: string, folder: string): Promise<string> {
  const from = path.join(ROOT, to)
  const copy = path.join(folder, 'files', to)
  await cp(from, copy, { recursive: true })
  if (!(await stat(from)).isDirectory()) return to
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(from, path.join(entry.parentPath, entry.name)))
  const links = names.sort().map((name) => `<li><a href="${name}">${name}</a></li>`)
  const head = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${to}</title>`
  await writeFile(path.join(copy, 'index.html'), `${head}<h1>${to}</h1><ul>${links.join('')}</ul></html>`)
  return `${to}/index.html`
}

/** Writes the docs as a site of plain pages into a folder; the API reference is added by typedoc beside it. */
export async function writeSite(folder: string): Promise<readonly string[]> {
  const named = new Set(PARTS.flatMap(({ pages }) => pages))
  const others = (await readdir(path.join(ROOT, 'docs')))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .filter((file) => !named.has(file))
  const parts = [...PARTS, { title: 'More', lang: 'en' as const, pages: others.sort() }]
  const sources = new Map<string, Source>()
  for (const { pages } of parts) for (const page of pages) sources.set(page, await readSource(page))
  const site = { sources, parts }
  const pages = [
    ...[...sources.values()].map((source) => [addressOf(source.file), renderPage(source, site)] as const),
    ...(['vi', 'en'] as const).map((lang) => [HOMES[lang].file, renderHome(lang)] as const),
  ]
  for (const [address, html] of pages) {
    await mkdir(path.join(folder, path.dirname(address)), { recursive: true })
    let shown = html
    for (const [, to = ''] of html.matchAll(/(?:href|src)="(?:\.\.\/)*files\/([^"#]*)/g))
      shown = shown.replaceAll(`files/${to}"`, `files/${await copyLinked(to, folder)}"`)
    await writeFile(path.join(folder, address), shown)
  }
  await cp(path.join(import.meta.dirname, 'site.css'), path.join(folder, 'site.css'))
  return pages.map(([address]) => address)
}
