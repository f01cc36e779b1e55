import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog, loadSampleCatalog } from '../../src/index.js'
import { listBlocks, listPrograms, type Block } from './blocks.js'
import { runProgram, writeProgram } from './run-program.js'

const run = promisify(execFile)
const ROOT = path.resolve(import.meta.dirname, '../..')
const blocks = listBlocks()
/** Those of docs/hosts.md run in tests/package, from the packed package. */
const programs = listPrograms(blocks).filter(({ page }) => page !== 'docs/hosts.md')
const commands = blocks.filter(({ language, marks }) => language === 'sh' && marks.has('run'))
const at = ({ page, line }: Block): string => `${page}:${line}`
let folder: string

/** The sample in a folder, as the commands of a running shop find it. */
async function writeSample(data: string): Promise<void> {
  const catalog = await createCatalog({ folder: data })
  await loadSampleCatalog(catalog)
  await catalog.close()
}

/** A project that has the package installed, with `npx` that finds its command without asking npm. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ocop-docs-'))
  await mkdir(path.join(folder, 'node_modules'))
  await symlink(ROOT, path.join(folder, 'node_modules/ocop-catalog'))
  await symlink(path.join(ROOT, 'node_modules/express'), path.join(folder, 'node_modules/express'))
  const npx = `#!/bin/sh\nshift\nexec "${process.execPath}" "${ROOT}/dist/cli/main.js" "$@"\n`
  await writeFile(path.join(folder, 'npx'), npx)
  await chmod(path.join(folder, 'npx'), 0o755)
  await writeSample(path.join(folder, 'sample'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the docs', () => {
  it('say of every block whether it is run, and why not', () => {
    const unmarked = blocks.filter(({ language, marks }) => {
      if (language === 'json' || language === 'html') return false
      return !marks.has('run') && !marks.has('then') && !(marks.get('not-run') ?? '')
    })
    expect(unmarked.map(at)).toEqual([])
    for (const { language, code } of blocks) if (language === 'json') JSON.parse(code)
  })

  it.concurrent.each(programs.map((program) => [program.name, program] as const))(
    'the program of %s runs as it stands',
    async (_, program) => {
      const place = await mkdtemp(path.join(folder, 'run-'))
      const address = program.marks.get('open')
      const file = await writeProgram(program, place, 'program')
      const running = await runProgram(file, place, address !== undefined)
      try {
        if (address === undefined) return
        const answer = await fetch(`${running.origin ?? ''}${address}`)
        expect(answer.status, running.output()).toBe(Number(program.marks.get('expect') ?? 200))
        if (answer.ok) expect(await answer.text()).toMatch(/OCOP|Cao Bằng/)
      } finally {
        running.stop()
      }
    },
  )

  it.concurrent.each(commands.map((block) => [at(block), block] as const))(
    'the commands of %s run as they stand',
    async (_, { code }) => {
      const place = await mkdtemp(path.join(folder, 'run-'))
      await cp(path.join(folder, 'sample'), path.join(place, 'data'), { recursive: true })
      const env = {
        ...process.env,
        PATH: `${folder}:${process.env['PATH'] ?? ''}`,
        OCOP_DATA: path.join(place, 'data'),
      }
      await run('bash', ['-e', '-c', code], { cwd: place, env })
    },
  )
})
