import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateCatalog } from './generator.js'
import { toCsv } from './made-up-csv.js'
import { runOcop, type Run } from './ocop.js'

const FURNISH = fileURLToPath(new URL('./programs/furnish.ts', import.meta.url))

/** The office's import of a list of made-up products into an empty folder, and how long it took. */
export async function importMadeUp(folder: string, products: number): Promise<Run> {
  const list = join(folder, 'list.csv')
  await writeFile(list, toCsv(generateCatalog(products)))
  return runOcop('import', 'products', list, '--data', join(folder, 'data'))
}

/** Adds packs, prices, stock and listings to what was imported. */
export async function furnish(folder: string): Promise<void> {
  const [code] = (await once(fork(FURNISH, [join(folder, 'data')]), 'exit')) as [number | null]
  if (code !== 0) throw new Error(`The shop in ${folder} could not be furnished.`)
}

/** Gives `use` a folder of its own with an empty `data` in it, and removes it afterwards. */
export async function inBenchFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-bench-'))
  try {
    await mkdir(join(folder, 'data'))
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A shop of made-up products in `data` of a folder of its own, which is removed afterwards. */
export const withMadeUpShop = <T>(products: number, use: (folder: string) => Promise<T>): Promise<T> =>
  inBenchFolder(async (folder) => {
    await importMadeUp(folder, products)
    await furnish(folder)
    return use(folder)
  })
