import { readFile, writeFile } from 'node:fs/promises'
import { toMarkdown, type Table } from './table.js'

const FILES = {
  performance: 'docs/performance.md',
  search: 'docs/search.md',
  store: 'docs/performance-store.md',
  quality: 'docs/quality.md',
  security: 'docs/security.md',
} as const

/** A part of a bench as it stands in its document, between two marks. */
export interface Section {
  readonly name: string
  readonly machine: string
  readonly tables: readonly Table[]
}

/** Puts measured sections in the place of those that were there; the words around them stay. */
export const record = (sections: readonly Section[]): Promise<void> => recordIn(FILES.performance, sections)
export const recordStore = (sections: readonly Section[]): Promise<void> => recordIn(FILES.store, sections)
export const recordQuality = (sections: readonly Section[]): Promise<void> => recordIn(FILES.quality, sections)
export const recordSecurity = (sections: readonly Section[]): Promise<void> => recordIn(FILES.security, sections)
export const recordSearch = (sections: readonly Section[]): Promise<void> => recordIn(FILES.search, sections)

async function recordIn(file: string, sections: readonly Section[]): Promise<void> {
  const url = new URL(`../../${file}`, import.meta.url)
  let text = await readFile(url, 'utf8')
  for (const { name, machine, tables } of sections) {
    const [begin, end] = [`<!-- bench ${name} -->`, `<!-- end of bench ${name} -->`]
    const [start, stop] = [text.indexOf(begin), text.indexOf(end)]
    if (start === -1 || stop < start) throw new Error(`${file} has no place for "${name}": ${begin} … ${end}`)
    const content = [`Measured on ${machine}.`, ...tables.map(toMarkdown)].join('\n\n')
    text = `${text.slice(0, start + begin.length)}\n\n${content}\n\n${text.slice(stop)}`
  }
  await writeFile(url, text)
}
