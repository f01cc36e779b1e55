import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { create } from 'tar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { cart, newKey, recipient, stockShop } from '../support/shop.js'
import { Shell } from './run-ocop.js'

let shell: Shell
beforeAll(async () => {
  shell = await Shell.open()
  const catalog = await createCatalog({ folder: `${shell.folder}/shop` })
  await stockShop(catalog)
  const order = { cart: cart(['CF-250', 1]), recipient: recipient(), idempotencyKey: newKey(), adult: false }
  await catalog.placeOrder(order)
  await catalog.close()
})
afterAll(() => shell.close())

describe('keeping a shop’s data', () => {
  it('backs the folder up to one file, and lays it down again in an empty place only', async () => {
    const made = await shell.ocop(['backup', 'copy.tar.gz', '--data', 'shop'])
    expect(made).toMatchObject({ exitCode: 0, told: '' })
    expect(made.out).toMatch(/Copied and verified: .*copy\.tar\.gz\n3 products, 1 orders, 1 ledger entries/)
    const restored = await shell.ocop(['restore', 'copy.tar.gz', '--data', 'restored'])
    expect(restored.out).toMatch(/Restored and verified: .*restored\n3 products, 1 orders/)
    const recount = await shell.ocop(['recount', '--data', 'restored'])
    expect(recount.out).toMatch(/agree with the ledger/)
    const again = await shell.ocop(['restore', 'copy.tar.gz', '--data', 'shop'])
    expect(again).toMatchObject({ exitCode: 1, told: expect.stringContaining('it is not overwritten') as string })
    const vietnamese = await shell.ocop(['backup', 'copy.tar.gz', '--data', 'shop', '--lang', 'vi'])
    expect(vietnamese.told).toContain('không ghi đè')
  })

  it('says of a folder, an archive and a file that hold no shop that they are no backup', async () => {
    await mkdir(`${shell.folder}/pictures/2026`, { recursive: true })
    await writeFile(`${shell.folder}/pictures/a.txt`, 'no shop')
    await create({ cwd: shell.folder, file: `${shell.folder}/pictures.tar.gz`, gzip: true }, ['pictures'])
    for (const from of ['pictures', 'pictures.tar.gz', 'pictures/a.txt'])
      expect(await shell.ocop(['restore', from, '--data', 'laid-down'])).toMatchObject({
        exitCode: 1,
        told: expect.stringMatching(/pictures\S* is no shop’s data: there is no ocop\.json in it/) as string,
      })
    const backup = await shell.ocop(['backup', 'copy-of-pictures', '--data', 'pictures', '--lang', 'vi'])
    expect(backup.told).toContain('không phải dữ liệu của gian hàng')
    expect(await readdir(shell.folder)).not.toContain('laid-down')
  })

  it('says which backup is not there, and that a database has its own', async () => {
    const missing = await shell.ocop(['restore', 'nowhere.tar.gz', '--data', 'other'])
    expect(missing).toMatchObject({
      exitCode: 1,
      told: expect.stringMatching(/^There is no backup .*nowhere/) as string,
    })
    const env = { LANG: 'en_US.UTF-8', DATABASE_URL: 'postgres://shop@localhost/shop' }
    expect((await shell.ocop(['backup', 'x'], env)).told).toContain('pg_dump')
    expect((await shell.ocop(['compact'], env)).exitCode).toBe(2)
  })

  it('writes the folder anew, after which the books agree as before', async () => {
    const compacted = await shell.ocop(['compact', '--data', 'shop'])
    expect(compacted.exitCode).toBe(0)
    expect(compacted.out).toMatch(/Written anew and verified: .*shop; the journal went from [\d,]+ to [\d,]+ bytes/)
    expect((await shell.ocop(['verify', '--data', 'shop'])).exitCode).toBe(0)
    expect((await shell.ocop(['recount', '--data', 'shop'])).out).toMatch(/agree with the ledger/)
  })

  it('carries a folder of an earlier version forward, once', async () => {
    const kept = fileURLToPath(new URL('../store/kept/format-1', import.meta.url))
    await cp(kept, `${shell.folder}/kept`, { recursive: true })
    const carried = await shell.ocop(['migrate', '--data', 'kept'])
    expect(carried.out).toMatch(/from form 1 to form 2, checked before and after/)
    expect((await shell.ocop(['migrate', '--data', 'kept'])).out).toMatch(/present form \(2\) already/)
    expect((await shell.ocop(['verify', '--data', 'kept'])).out).toMatch(/Orders +2/)
  })
})
