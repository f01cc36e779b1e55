import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { create } from 'tar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { toLine } from '../../src/store/disk/line.js'
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

describe('a journal that somebody has changed by hand, checksums and all', () => {
  /** The shop with its lines changed, each write saying anew where it began. */
  async function withLines(name: string, change: (content: string) => string): Promise<void> {
    const folder = `${shell.folder}/${name}`
    await cp(`${shell.folder}/shop`, folder, { recursive: true })
    for (const file of ['catalog.jsonl', 'trade.index']) await rm(`${folder}/${file}`, { force: true })
    const [journal = ''] = await readdir(`${folder}/journal`)
    const lines = (await readFile(`${folder}/journal/${journal}`, 'utf8')).trimEnd().split('\n')
    let text = ''
    for (const line of lines) {
      const content = change(line.slice('["00000000","00000000",'.length, -1))
      const isSynced = content.startsWith('{"synced":')
      text += toLine(isSynced ? `{"synced":${Buffer.byteLength(text)}}` : content).text
    }
    await writeFile(`${folder}/journal/${journal}`, text)
  }

  it.each([
    ['a price that is no number', '"price":65000', '"price":"65000"', 'products ca-phe-bot: variants.0.price'],
    ['a product without its name', '"name":{"vi":"Cà phê bột"},', '', 'products ca-phe-bot: name'],
    ['an order for half a pack', '"quantity":1,"unitPrice"', '"quantity":0.5,"unitPrice"', 'orders '],
    ['an entry of the ledger without its day', '"until":"', '"till":"', 'transactions '],
    ['a field of a newer version', '"slug":"mat-ong"', '"slug":"mat-ong","flavor":"x"', 'products mat-ong: flavor'],
  ])('is told by name: %s', async (what, from, to, told) => {
    const name = `edited ${what}`
    await withLines(name, (content) => content.replace(from, to))
    const verified = await shell.ocop(['verify', '--data', name])
    expect(verified).toMatchObject({ exitCode: 1, told: expect.stringContaining(told) as string })
    expect(verified.told).toMatch(/this version would not take these records \(1\)/)
  })

  it.each([
    ['a product without its name', '"name":{"vi":"Cà phê bột"},', '', 'products ca-phe-bot, name'],
    [
      'a product without its pack sizes',
      '"variants":[{"sku":"CF-250"',
      '"packs":[{"sku":"CF-250"',
      'products ca-phe-bot, variants',
    ],
    ['an order without its recipient', '"recipient":{', '"receiver":{', 'orders [0-9a-f-]+, recipient'],
    ['an entry of the ledger without its day', '"until":"', '"till":"', 'transactions [0-9a-f-]+, until'],
    ['a producer without its name', '"name":"Hợp tác xã Ea Tu",', '', 'producers ea-tu, name'],
  ])('does not open, and it is said why: %s', async (what, from, to, told) => {
    const name = `closed by ${what}`
    await withLines(name, (content) => content.replace(from, to))
    expect(await shell.ocop(['recount', '--data', name])).toMatchObject({
      exitCode: 1,
      told: expect.stringMatching(
        new RegExp(`^The file journal\\S* is damaged at .*${told}: a record breaks a rule.*ocop verify says more`),
      ) as string,
    })
    expect((await shell.ocop(['verify', '--data', name])).told).toMatch(new RegExp(told.replace(/, .*/, '')))
  })

  it.each([
    ['without a field', (content: string) => content.replace('"name":{"vi":"Cà phê bột"},', '')],
    [
      'that is none',
      (content: string) => content.replace(/"record":\{"id":"ca-phe-bot".*?\}(?=,\{"collection")/, '"record":null'),
    ],
  ])('is let go by a process that could not open it for a record %s, and is damage again', async (what, change) => {
    const name = `let go ${what}`
    await withLines(name, change)
    for (let attempt = 0; attempt < 2; attempt += 1)
      await expect(createCatalog({ folder: `${shell.folder}/${name}` })).rejects.toMatchObject({
        code: 'STORE_DAMAGED',
      })
  })

  it('is damage when a line is no JSON any more, for whoever verifies or opens it', async () => {
    await withLines('no json', (content) => content.replace('"slug":"mat-ong"', '"slug":mat-ong'))
    for (const command of ['verify', 'recount'])
      expect(await shell.ocop([command, '--data', 'no json'])).toMatchObject({
        exitCode: 1,
        told: expect.stringMatching(/journal\/.*jsonl is damaged at #\d+.*no line of a journal/) as string,
      })
  })

  it('is whole as long as nobody did', async () => {
    await withLines('unchanged', (content) => content)
    expect(await shell.ocop(['verify', '--data', 'unchanged'])).toMatchObject({ exitCode: 0, told: '' })
  })
})
