import { readFile, writeFile } from 'node:fs/promises'
import { toMarkdown, type Table } from './table.js'

const FILE = new URL('../../docs/performance.md', import.meta.url)

/** A part of the bench as it stands in `docs/performance.md`, between two marks. */
export interface Section {
  readonly name: string
  readonly machine: string
  readonly tables: readonly Table[]
}

/** Puts measured sections in the place of those that were there; the words around them stay. */
export async function record(sections: readonly Section[]): Promise<void> {
  let text = await readFile(FILE, 'utf8')
  for (const { name, machine, tables } of sections) {
    const [begin, end] = [`<!-- bench ${name} -->`, `<!-- end of bench ${name} -->`]
    const [start, stop] = [text.indexOf(begin), text.indexOf(end)]
    if (start === -1 || stop < start)
      throw new Error(`docs/performance.md has no place for "${name}": ${begin} … ${end}`)
    const content = [`Measured on ${machine}.`, ...tables.map(toMarkdown)].join('\n\n')
    text = `${text.slice(0, start + begin.length)}\n\n${content}\n\n${text.slice(stop)}`
  }
  await writeFile(FILE, text)
}
