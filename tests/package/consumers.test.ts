import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { listBlocks, listPrograms } from '../docs/blocks.js'
import { runProgram, writeProgram, type RunningProgram } from '../docs/run-program.js'
import { DETAILS } from '../http/trade-shop.js'
import { Visitor } from '../http/visitor.js'
import { stockShop } from '../support/shop.js'
import { installPacked, ROOT, type PackedProject } from './packed.js'

const run = promisify(execFile)

/** Bytes of the tarball, and of any one file in it. */
const LARGEST_PACKAGE = 1_500_000
const LARGEST_FILE = 100_000
/** Files that may be larger, and why. */
const LARGER = new Map([
  ['data/legacy-communes.csv', 'each of the 10,035 communes until July 2025, and what it became'],
  ['data/communes.json', 'the 3,321 communes of today'],
  ['dist/api/operations.d.ts', 'the type of every operation, as the compiler writes it out of the schemas'],
  ['dist/catalog/collections.d.ts', 'the same of every record'],
])
/** Each holds many modules, so that a shop opens few files. */
const CHUNK = /^dist\/chunks\//

const programs = listPrograms(listBlocks())
const hosts = programs.filter(({ page }) => page === 'docs/hosts.md')
let project: PackedProject
let stocked: string

beforeAll(async () => {
  project = await installPacked('express4', 'fastify')
  stocked = path.join(project.folder, 'stocked')
  const catalog = await createCatalog({ folder: stocked })
  await stockShop(catalog)
  await catalog.close()
})

afterAll(() => rm(project.folder, { recursive: true, force: true }))

/** Starts a program in a folder of its own, the small shop in each of the folders that it opens. */
async function start(program: (typeof hosts)[number], ...catalogs: string[]): Promise<RunningProgram> {
  const place = await mkdtemp(path.join(project.folder, 'run-'))
  for (const name of catalogs) await cp(stocked, path.join(place, name), { recursive: true })
  return runProgram(await writeProgram(program, place, 'host'), place, true)
}

const bin = (name: string): string => path.join(ROOT, 'node_modules', name)

/** Walks through the shop as a buyer without scripts: every address of each page stays below the mount. */
async function buyAt(origin: string, mount: string): Promise<void> {
  const buyer = new Visitor(origin, mount)
  const readsWell = (): void => {
    expect(buyer.status, buyer.text()).toBe(200)
    const addresses = buyer
      .$('[href], [src], [action]')
      .toArray()
      .map(
        (element) =>
          buyer.$(element).attr('href') ?? buyer.$(element).attr('src') ?? buyer.$(element).attr('action') ?? '',
      )
    const away = addresses.filter((address) => address.startsWith('/') && !address.startsWith(`${mount}/`))
    expect(away.filter((address) => address !== mount)).toEqual([])
  }
  await buyer.open('/products')
  readsWell()
  for (const link of ['link[rel=stylesheet]', 'script[src]']) {
    const address = buyer.$(link).attr('href') ?? buyer.$(link).attr('src') ?? ''
    await request(origin).get(address).expect(200)
  }
  await buyer.open('/products/ca-phe-bot')
  readsWell()
  await buyer.press('form.buy button:not([formaction])', { sku: 'CF-500', quantity: '2' })
  expect(buyer.path).toBe('/cart?added=CF-500')
  expect(buyer.cookie('cart')).toBe('CF-500*2')
  await buyer.open('/checkout')
  readsWell()
  await buyer.press('.place', DETAILS)
  expect(buyer.path).toMatch(/^\/orders\/[0-9A-Z]{5}-[0-9A-Z]{5}/)
  readsWell()
  await buyer.open('/khong-co')
  expect([buyer.status, buyer.title]).toEqual([404, expect.stringContaining('Không tìm thấy trang này')])
}

describe.concurrent('the packed package', () => {
  it('is shaped as publint and attw ask, holds what it needs and nothing else', async () => {
    const tarball = new Uint8Array(await readFile(project.tarball)).buffer
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg as Record<string, unknown>))).toEqual([])
    // ES modules alone: CommonJS takes them by require from Node 20.19 on, as a test below does.
    await project.node(bin('@arethetypeswrong/cli/dist/index.js'), project.tarball, '--profile', 'esm-only')
    const tops = new Set(project.files.map((file) => file.path.split('/')[0]))
    expect([...tops].sort()).toEqual(
      [
        ...['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json'],
        ...['data', 'dist', 'docs', 'starter', 'views'],
      ].sort(),
    )
    // Whoever has installed it reads on from there.
    const pages = project.files.filter((file) => file.path.endsWith('.md')).map((file) => file.path)
    expect(pages).toEqual(expect.arrayContaining(['docs/library.md', 'docs/hosts.md', 'docs/start/developer.md']))
    const readme = await readFile(path.join(ROOT, 'README.md'), 'utf8')
    const links = [...readme.matchAll(/(?<!!\[[^\]]*)\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target)
    expect(links.filter((target) => !project.files.some((file) => file.path === target))).toEqual([])
    const strange = project.files.filter((file) => /\.map$|tsbuildinfo|\.test\.|data\/live/.test(file.path))
    expect(strange).toEqual([])
    expect(project.size).toBeLessThan(LARGEST_PACKAGE)
    const large = project.files.filter(
      ({ path: name, size }) => size > LARGEST_FILE && !LARGER.has(name) && !CHUNK.test(name),
    )
    expect(large).toEqual([])
  })

  it('type-checks in projects of both kinds, the programs of the docs with it, and refuses a price that is text', async () => {
    const typed = await readFile(path.join(import.meta.dirname, 'typed-consumer.txt'), 'utf8')
    const sources = [typed, ...programs.filter(({ language }) => language === 'ts').map(({ code }) => code)]
    const names = sources.map((_, index) => `typed-${index}.ts`)
    for (const [index, source] of sources.entries())
      await writeFile(path.join(project.folder, `typed-${index}.ts`), source)
    const shared = { target: 'ES2023', strict: true, noEmit: true, types: ['node'] }
    const kinds = [
      { compilerOptions: { ...shared, module: 'NodeNext' }, files: names },
      {
        compilerOptions: { ...shared, module: 'ESNext', moduleResolution: 'Bundler', skipLibCheck: true },
        files: names.slice(0, 1),
      },
    ]
    for (const [index, { compilerOptions, files }] of kinds.entries()) {
      const typeRoots = [path.join(ROOT, 'node_modules/@types')]
      const config = { compilerOptions: { ...compilerOptions, typeRoots }, files }
      await writeFile(path.join(project.folder, `kind-${index}.json`), JSON.stringify(config))
      const compiled = project.node(bin('typescript/bin/tsc'), '-p', `kind-${index}.json`)
      await expect(compiled.catch((error: unknown) => error)).resolves.toMatchObject({
        stdout: '',
      })
    }
  })

  it.each(
    hosts.filter(({ marks }) => marks.get('run') !== 'two').map((host) => [host.marks.get('run') ?? '', host] as const),
  )('sells in a host of %s below its prefix, beside the host’s own page', async (_, program) => {
    const { origin, stop } = await start(program, 'my-shop')
    try {
      await request(origin ?? '')
        .get('/')
        .expect(200, 'my own page')
      await buyAt(origin ?? '', '/ocop')
    } finally {
      stop()
    }
  })

  it.each(['express5', 'express4', 'http', 'fastify', 'commonjs'])(
    'sells in a host of %s at its root',
    async (name) => {
      const program = hosts.find(({ marks }) => marks.get('run') === name)
      if (!program) throw new Error(`docs/hosts.md has no program ${name}`)
      // A host at whose root the shop stands has no page of its own there; Fastify then needs no route of its own either.
      const code = program.code
        .replace("app.get('/', () => 'my own page')\n", '')
        .replace("    shop.all('/', answer)\n", '')
        .replaceAll("'/ocop'", "'/'")
        .replace("folder === 'ocop'", 'true')
      const { origin, stop } = await start({ ...program, code }, 'my-shop')
      try {
        await buyAt(origin ?? '', '')
      } finally {
        stop()
      }
    },
  )

  it('runs two shops in one process that do not know each other', async () => {
    const program = hosts.find(({ marks }) => marks.get('run') === 'two')
    if (!program) throw new Error('docs/hosts.md has no program with two shops')
    const { origin, stop } = await start(program, 'an-giang')
    try {
      const statusOf = async (mount: string) => (await fetch(`${origin ?? ''}${mount}/products/ca-phe-bot`)).status
      expect([await statusOf('/an-giang'), await statusOf('/ca-mau')]).toEqual([200, 404])
    } finally {
      stop()
    }
  })

  it('makes a running site with one command, and overwrites nothing', async () => {
    const ocop = path.join(project.folder, 'node_modules/ocop-catalog/dist/cli/main.js')
    const site = path.join(project.folder, 'Chợ Đắk Lắk')
    const { stdout } = await project.node(ocop, 'init', 'Chợ Đắk Lắk', '--lang', 'en')
    expect(stdout).toContain('prices and stock are made up for show')
    const made = JSON.parse(await readFile(path.join(site, 'package.json'), 'utf8')) as {
      name: string
      dependencies: object
    }
    expect(made.name).toBe('cho-dak-lak')
    expect(Object.keys(made.dependencies)).toEqual(['ocop-catalog'])
    const keys = path.join(site, 'seal.keys')
    expect(await readFile(keys, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
    expect((await stat(keys)).mode & 0o077).toBe(0)
    await writeFile(path.join(site, 'README.md'), 'mine')
    const again = project.node(ocop, 'init', 'Chợ Đắk Lắk', '--lang', 'en').catch((error: unknown) => error)
    expect(((await again) as { stderr: string }).stderr).toContain('nothing is overwritten')
    expect(await readFile(path.join(site, 'README.md'), 'utf8')).toBe('mine')
    // What the owner sets wrongly is told in Vietnamese.
    const settings = await readFile(path.join(site, 'data/site.json'), 'utf8')
    await writeFile(path.join(site, 'data/site.json'), JSON.stringify({ mode: 'shop' }))
    const start = run(process.execPath, ['server.js'], { cwd: site }).catch((error: unknown) => error)
    expect(((await start) as { stderr: string }).stderr).toContain('mode: Phải là "catalogue" hoặc "direct"')
    await writeFile(path.join(site, 'data/site.json'), settings)
    const { origin, stop } = await runProgram(path.join(site, 'server.js'), site, true)
    try {
      const answer = await fetch(`${origin ?? ''}/products?lang=en`)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toMatch(/383 products|OCOP Market/)
    } finally {
      stop()
    }
  })

  it('gives every subpath to import and to require; without pg, the one for PostgreSQL says what to install', async () => {
    const names = Object.keys(
      (JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as { exports: object }).exports,
    )
    const subpaths = names.filter((name) => !name.endsWith('.json')).map((name) => `ocop-catalog${name.slice(1)}`)
    const program = `
      import { createRequire } from 'node:module'
      const require = createRequire(import.meta.url)
      const said = {}
      for (const name of ${JSON.stringify(subpaths)})
        said[name] = Object.keys(await import(name)).length > 0 && Object.keys(require(name)).length > 0
      const { openPostgresStore } = await import('ocop-catalog/postgres')
      const { CatalogError } = await import('ocop-catalog')
      said.postgres = await openPostgresStore({ url: 'postgres://localhost/shop' }).then(
        () => 'opened',
        (error) => error instanceof CatalogError && error.message,
      )
      console.log(JSON.stringify(said))`
    await writeFile(path.join(project.folder, 'subpaths.mjs'), program)
    const { stdout } = await project.node('subpaths.mjs')
    const { postgres, ...loaded } = JSON.parse(stdout) as Record<string, unknown>
    expect(loaded).toEqual(Object.fromEntries(subpaths.map((name) => [name, true])))
    expect(postgres).toMatch(/npm install pg/)
  })
})
