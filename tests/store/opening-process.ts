import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { CatalogError } from '../../src/catalog/errors.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'

/** A process that opens the store of a folder whenever it reads a line, and says what came of it. */
const folder = process.argv[2] ?? ''
writeSync(1, 'ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  try {
    await openLowdbStore({ folder })
    writeSync(1, `${line}\n`)
  } catch (error) {
    const refusal = error instanceof CatalogError ? `${error.code} ${error.details.pid ?? ''}` : String(error)
    writeSync(1, `${refusal}\n`)
  }
}
