import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const ROOT = path.resolve(import.meta.dirname, '../..')
let project: string

const MOUNT = `
import express from 'express'
import { createCatalog } from 'ocop-catalog'
import { createStorefront } from 'ocop-catalog/storefront'

const one = await createCatalog({ folder: 'one' })
const two = await createCatalog({ folder: 'two' })
await one.save({ producers: [{ id: 'htx', slug: 'htx', name: 'Hợp tác xã Một', kind: 'cooperative', place: null }] })
const app = express()
app.use('/ocop', createStorefront({ catalog: one }))
app.use('/other', createStorefront({ catalog: two }))
const server = app.listen(0, '127.0.0.1', async () => {
  const origin = 'http://127.0.0.1:' + server.address().port
  const first = await fetch(origin + '/ocop/producers/htx')
  const second = await fetch(origin + '/other/producers/htx')
  console.log(JSON.stringify({
    first: first.status,
    isNamed: (await first.text()).includes('Hợp tác xã Một'),
    second: second.status,
  }))
  server.close()
  await one.close()
  await two.close()
})
`

const TYPED = `
import { createCatalog, parsePeriod, type Catalog, type Coverage } from 'ocop-catalog'
import { createStorefront } from 'ocop-catalog/storefront'

export async function report(folder: string): Promise<Coverage> {
  const catalog: Catalog = await createCatalog({ folder })
  createStorefront({ catalog })
  // @ts-expect-error a price is a number of đồng
  await catalog.save({ products: [{ id: 'p', variants: [{ sku: 's', price: '120.000' }] }] })
  return catalog.coverage({ period: parsePeriod('2024-H1'), province: null, mode: 'asThen' })
}
`

const TSCONFIG = {
  compilerOptions: {
    module: 'NodeNext',
    target: 'ES2023',
    lib: ['ES2023'],
    strict: true,
    noEmit: true,
    types: ['node'],
  },
  files: ['report.ts'],
}

beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'ocop-consumer-'))
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', project], { cwd: ROOT })
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  await writeFile(path.join(project, 'package.json'), JSON.stringify({ type: 'module', private: true }))
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${filename}`], { cwd: project })
}, 180_000)

afterAll(() => rm(project, { recursive: true, force: true }))

describe('the packed tarball in an empty project', () => {
  it('runs two shops in one process that do not know each other, each under its prefix', async () => {
    await writeFile(path.join(project, 'mount.js'), MOUNT)
    const { stdout } = await run(process.execPath, ['mount.js'], { cwd: project })
    expect(JSON.parse(stdout)).toEqual({ first: 200, isNamed: true, second: 404 })
  })

  it('type-checks a consumer, and refuses a price that is text', async () => {
    await writeFile(path.join(project, 'report.ts'), TYPED)
    await writeFile(path.join(project, 'tsconfig.json'), JSON.stringify(TSCONFIG))
    const types = ['express', 'node'].map((name) => path.join(ROOT, 'node_modules/@types', name))
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc')
    const roots = ['--typeRoots', path.dirname(types[0] ?? '')]
    await expect(run(process.execPath, [tsc, '-p', '.', ...roots], { cwd: project })).resolves.toMatchObject({
      stdout: '',
    })
  })

  it('keeps the sample catalog and leaves tests and sources out', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json'], { cwd: ROOT })
    const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }]
    const folders = new Set(files.map((file) => file.path.split('/')[0]))
    expect([...folders].sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'data', 'dist', 'package.json', 'views'].sort(),
    )
  })
})
