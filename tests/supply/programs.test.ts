import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const SOURCE = new URL('../../src/', import.meta.url)

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(new URL(name, SOURCE), 'utf8') }))

describe('Programs that the software starts', () => {
  it('are Node alone, with a file of ours, and never a shell', () => {
    const starting = files.filter(({ text }) => /['"](?:node:)?(?:child_process|cluster)['"]/.test(text))
    expect(
      Object.fromEntries(starting.map(({ name, text }) => [name, /^import .*child_process'$/m.exec(text)?.[0]])),
    ).toEqual({
      'cli/backup/backup-folder.ts': "import { execFile } from 'node:child_process'",
      'exchange/aside/run-process.ts': "import { fork, type ChildProcess } from 'node:child_process'",
    })
    const calls = starting.flatMap(({ text }) => text.match(/\b(?:fork|execFile)\(\S+, (?:\[.*?\]|\w+),/g) ?? [])
    expect(calls.toSorted()).toEqual([
      'execFile(process.execPath, argv,',
      'fork(CHILD, [program.href, String(milliseconds), String(2 * PATIENCE * milliseconds)],',
    ])
    expect(starting.filter(({ text }) => /\bshell:/.test(text))).toEqual([])
  })
})
