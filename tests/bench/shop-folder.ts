import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
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
