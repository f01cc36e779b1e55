import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')

/**
 * A block of code of a page. What its first line says after the language: `run`, alone or with a name, for a program or
 * commands of its own; `then` for one that goes on where the one before ended; `open=/path` for what a program must
 * answer with 200 or `expect=`; `not-run="why"`.
 */
export interface Block {
  readonly page: string
  readonly line: number
  readonly language: string
  readonly marks: ReadonlyMap<string, string>
  readonly code: string
}

const readMarks = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/([a-z-]+)(?:=(?:"([^"]*)"|(\S+)))?/g)].map(([, name = '', quoted, bare]) => [
      name,
      quoted ?? bare ?? '',
    ]),
  )

/** The pages that people read: the README, what stands in `docs`, and what a contributor reads. */
const pages = (): string[] => [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => path.join('docs', name)),
]

/** All blocks that name a language, page by page. */
export const listBlocks = (): Block[] =>
  pages().flatMap((page) => {
    const text = readFileSync(path.join(ROOT, page), 'utf8')
    return [...text.matchAll(/^```([a-z]+)([^\n]*)\n([^]*?)^```$/gm)].map(
      ({ index, 1: language = '', 2: marks = '', 3: code = '' }): Block => ({
        page,
        line: text.slice(0, index).split('\n').length,
        language,
        marks: readMarks(marks),
        code,
      }),
    )
  })

const PROGRAMS = new Set(['js', 'cjs', 'ts'])

/** A whole program: a block with all that go on from it. */
export interface Program extends Block {
  readonly name: string
}

/** The programs of the pages, each as it stands. */
export function listPrograms(blocks: readonly Block[]): Program[] {
  const programs: Program[] = []
  for (const block of blocks.filter(({ language }) => PROGRAMS.has(language))) {
    const last = programs.at(-1)
    if (block.marks.has('run')) programs.push({ ...block, name: `${block.page}:${block.line}` })
    else if (block.marks.has('then') && last?.page === block.page)
      programs.push({ ...(programs.pop() as Program), code: `${last.code}\n${block.code}` })
  }
  return programs
}
