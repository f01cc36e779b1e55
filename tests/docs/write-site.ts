import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { addressOf, renderHome, renderPage, type Source } from './site-page.js'
import { HOMES, PARTS } from './site-parts.js'

const ROOT = path.resolve(import.meta.dirname, '../..')

async function readSource(file: string): Promise<Source> {
  const text = await readFile(path.join(ROOT, file), 'utf8')
  return { file, text, title: /^# (.+)$/m.exec(text)?.[1] ?? file, lang: file.endsWith('.vi.md') ? 'vi' : 'en' }
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
    await writeFile(path.join(folder, address), html)
    for (const [, to = ''] of html.matchAll(/(?:href|src)="(?:\.\.\/)*files\/([^"#]*)/g))
      await cp(path.join(ROOT, to), path.join(folder, 'files', to), { recursive: true })
  }
  await cp(path.join(import.meta.dirname, 'site.css'), path.join(folder, 'site.css'))
  return pages.map(([address]) => address)
}
