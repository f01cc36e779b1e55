import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { system } from '../../src/access/actor.js'
import { ErasedRecords } from '../../src/care/erased-records.js'
import { eraseRequest } from '../../src/care/erasure.js'
import { photoSrc } from '../../src/catalog/ports/media.js'
import { carryOutRestoring, noteRestoring } from '../../src/cli/serve/carry-out-restoring.js'
import { Session } from '../../src/cli/session.js'
import { createCatalog, type Catalog } from '../../src/index.js'
import { keepOrder } from '../../src/store/backup/restore-order.js'
import { workingsOf } from '../../src/site/workings.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { ADMINISTRATOR, orderOf, PHONE } from '../care/desk.js'
import { stockShop } from '../support/shop.js'
import { Shell } from './run-ocop.js'

const PHOTO = 'a1b2c3d4e5f6a1b2c3d4e5f6'
const PASSWORD = 'một mật khẩu dài'
/** As the office’s page asks. */
const ERASING = ['--erased-in', 'data']
const QUIET = { language: 'en' as const, print: () => 0, progress: () => 0, tell: () => 0 }
const by = { id: 'lan', name: 'Nguyễn Thị Lan' }
/** What people have asked to be erased, wherever a record holds it. */
const ERASED = /905123456|Nguyễn Thị Hoa|"Hoa N|cuối hẻm|đường không|905777888|Lò Thị Mỷ/

let shell: Shell
let codes: { erased: string; underWay: string; others: string; request: string }

async function withShop<T>(name: string, work: (catalog: Catalog) => Promise<T>): Promise<T> {
  const catalog = await createCatalog({ folder: join(shell.folder, name) })
  try {
    return await work(catalog)
  } finally {
    await catalog.close()
  }
}

/** Everything that the shop of a folder holds of people. */
async function heldIn(name: string): Promise<string> {
  const store = await openLowdbStore({ folder: join(shell.folder, name), onWarning: () => undefined })
  try {
    const { reviews, questions, feedback, dataRequests, accounts } = (await store.load()).records
    const { orders } = await store.listOrders({ limit: 50 })
    return JSON.stringify([orders, reviews, questions, feedback, dataRequests, accounts])
  } finally {
    await store.close()
  }
}

const photoIn = (name: string): boolean => existsSync(join(shell.folder, name, 'photos', PHOTO.slice(0, 2), PHOTO))

/** A shop that was backed up; since then, somebody had everything erased and closed the account. */
beforeAll(async () => {
  shell = await Shell.open()
  await mkdir(join(shell.folder, 'data', 'photos', PHOTO.slice(0, 2), PHOTO), { recursive: true })
  await writeFile(join(shell.folder, 'data', 'photos', PHOTO.slice(0, 2), PHOTO, 'original.webp'), 'her kitchen')
  const request = await withShop('data', async (catalog) => {
    await stockShop(catalog)
    const erased = await orderOf(catalog, 'CF-250')
    const photos = [{ src: photoSrc(PHOTO), width: 800, height: 600, alt: { vi: 'Gói cà phê' } }] as never
    await catalog.reviews.write(
      { code: erased, phone: PHONE, sku: 'CF-250' },
      { rating: 4, text: 'Nhà ở cuối hẻm', photos },
    )
    await catalog.questions.ask({
      productId: 'mat-ong',
      text: 'Mật có bị đóng đường không?',
      name: 'Hoa',
      phone: PHONE,
    })
    await catalog.feedback.receive({
      kind: 'goods',
      about: { of: 'order', id: erased },
      text: 'Bao bì rách, nhà tôi ở cuối hẻm.',
      name: 'Nguyễn Thị Hoa',
      phone: PHONE,
    })
    const underWay = await orderOf(catalog, 'CF-250', ['accepted'])
    const others = await orderOf(catalog, 'CF-250', undefined, { name: 'Vừ Mí Lầu', phone: '0905 000 111' })
    await catalog.accounts.shoppers.join({ name: 'Lò Thị Mỷ', phone: '0905 777 888', password: PASSWORD })
    codes = { erased, underWay, others, request: '' }
    return catalog.personalData.request(PHONE, erased, 'erasure')
  })
  await shell.ocop(['backup', 'ocop-then.tar.gz', '--data', 'data'])
  codes = { ...codes, request: request.id }
  await withShop('data', async (catalog) => {
    for (const step of ['packed', 'shipped', 'delivered'] as const)
      await catalog.advanceOrder(codes.underWay, 'ea-tu', step)
    const whole = { wholeNumber: true }
    await catalog.personalData.carryOut(ADMINISTRATOR, request.id, 'Đã xóa theo yêu cầu.', whole)
    const { token } = await catalog.accounts.signIn.signIn({
      identifier: '0905777888',
      password: PASSWORD,
      address: '192.0.2.1',
      userAgent: 'test',
    })
    await catalog.accounts.shoppers.close(token, PASSWORD)
  })
  expect(await heldIn('data')).not.toMatch(ERASED)
  expect(photoIn('data')).toBe(false)
})
afterAll(() => shell.close())

async function expectStillErased(name: string): Promise<void> {
  const held = await heldIn(name)
  expect(held).not.toMatch(ERASED)
  expect(held).toContain('Vừ Mí Lầu')
  expect(photoIn(name)).toBe(false)
  await withShop(name, async (catalog) => {
    expect(catalog.state.get('dataRequests', codes.request)).toMatchObject({
      status: 'done',
      answer: { text: 'Đã xóa theo yêu cầu.' },
    })
    const { entries } = await catalog.audit.search(system('test'), { action: 'backups.eraseAgain' }, { limit: 9 })
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      subject: { id: 'ocop-then.tar.gz' },
      after: { orders: 2, underWay: 1, reviews: 1, questions: 1, feedback: 1, accounts: 1 },
    })
    expect((await catalog.recount()).differences).toEqual([])
  })
  expect((await shell.ocop(['verify', '--data', name])).exitCode).toBe(0)
}

describe('what was erased since a backup was made', () => {
  it('is told when the backup is looked at, in both languages, and nothing is changed by that', async () => {
    const checked = await shell.ocop(['restore', 'ocop-then.tar.gz', '--check', '--data', 'data', ...ERASING])
    expect(checked.out).toMatch(
      /erased again by restoring: Orders: 2, Reviews: 1, Questions: 1, Feedback: 1, Accounts: 1\.\nOf these orders, 1 were under way/,
    )
    const vi = await shell.ocop([
      'restore',
      'ocop-then.tar.gz',
      '--check',
      '--data',
      'data',
      ...ERASING,
      '--lang',
      'vi',
    ])
    expect(vi.out).toContain('khôi phục thì xóa lại: Đơn hàng: 2, Đánh giá: 1')
    // On the command line, that is so only where the option is given.
    const without = await shell.ocop(['restore', 'ocop-then.tar.gz', '--check', '--data', 'data'])
    expect(without.out).toMatch(/erased since the backup: Orders: 2, .+ Accounts: 1\. Restore with --erased-in/)
    expect(without.out).not.toContain('erased again by restoring')
    // Whatever --data is, what is erased again is what was in the folder that the option names.
    const elsewhere = ['restore', 'ocop-then.tar.gz', '--check', '--data', 'nowhere']
    expect((await shell.ocop([...elsewhere, ...ERASING])).out).toMatch(
      /again by restoring: Orders: 2, .+ Accounts: 1\./,
    )
    expect((await shell.ocop([...elsewhere, '--erased-in', 'no-folder'])).exitCode).toBe(1)
  })

  it('stays erased when an office restores the backup', async () => {
    await cp(join(shell.folder, 'data'), join(shell.folder, 'live'), { recursive: true })
    const folder = join(shell.folder, 'live')
    await keepOrder(folder, { from: join(shell.folder, 'ocop-then.tar.gz'), by })
    const told: string[] = []
    const terminal = {
      language: 'en' as const,
      print: () => 0,
      progress: () => 0,
      tell: (line: string) => told.push(line),
    }
    const carriedOut = await carryOutRestoring(folder, new Session(terminal, {}, shell.folder))
    expect(told.at(-2)).toMatch(/are erased again: Orders: 2, Reviews: 1, Questions: 1, Feedback: 1, Accounts: 1/)
    await withShop('live', (catalog) => noteRestoring(catalog, folder, carriedOut))
    await expectStillErased('live')
    await withShop('live', async (catalog) => {
      const { entries } = await catalog.audit.search(system('test'), { action: 'backups' }, { limit: 2 })
      expect(entries.map(({ action, actor }) => [action, actor.name])).toEqual([
        ['backups.restore', by.name],
        ['backups.eraseAgain', by.name],
      ])
    })
  })

  it('stays erased when the command line is told of the former folder, and is said to be back otherwise', async () => {
    const restored = await shell.ocop(['restore', 'ocop-then.tar.gz', '--data', 'again', '--erased-in', 'data'])
    expect(restored).toMatchObject({ exitCode: 0, told: '' })
    expect(restored.out).toMatch(/erased again: Orders: 2/)
    await expectStillErased('again')
    const plain = await shell.ocop(['restore', 'ocop-then.tar.gz', '--data', 'plain'])
    expect(plain.out).toContain('--erased-in')
    expect(await heldIn('plain')).toMatch(ERASED)
    expect(photoIn('plain')).toBe(true)
    const nowhere = await shell.ocop(['restore', 'ocop-then.tar.gz', '--data', 'other', '--erased-in', 'nowhere'])
    expect(nowhere).toMatchObject({ exitCode: 1, told: expect.stringContaining('There is no data folder') as string })
    expect(existsSync(join(shell.folder, 'other'))).toBe(false)
  })

  it('stays erased when an old backup that does not know of it is restored, and then a newer one', async () => {
    const folder = join(shell.folder, 'twice')
    const backUp = async (name: string) => {
      expect((await shell.ocop(['backup', name, '--data', 'twice'])).exitCode).toBe(0)
    }
    const restoreOnPage = async (name: string) => {
      await keepOrder(folder, { from: join(shell.folder, name), by })
      const carriedOut = await carryOutRestoring(folder, new Session(QUIET, {}, shell.folder))
      expect(carriedOut?.why).toBe('')
      await withShop('twice', (catalog) => noteRestoring(catalog, folder, carriedOut))
    }
    await withShop('twice', stockShop)
    await backUp('older/ocop-a.tar.gz')
    const request = await withShop('twice', async (catalog) => {
      const code = await orderOf(catalog, 'CF-250')
      return catalog.personalData.request(PHONE, code, 'erasure')
    })
    await backUp('newer/ocop-b.tar.gz')
    await withShop('twice', (catalog) =>
      catalog.personalData.carryOut(ADMINISTRATOR, request.id, 'Đã xóa theo yêu cầu.', { wholeNumber: true }),
    )
    await restoreOnPage('older/ocop-a.tar.gz')
    expect(await heldIn('twice')).toMatch(/^\[\[\],/)
    const kept = await readFile(join(folder, 'erased.json'), 'utf8')
    expect(kept).toContain(request.id)
    expect(kept).not.toMatch(ERASED)
    const checked = await shell.ocop(['restore', 'newer/ocop-b.tar.gz', '--check', '--data', 'twice'])
    expect(checked.out).toContain('erased since the backup: Orders: 1.')
    // Onto another machine by the command line, and from there on by the page: it is known there, too.
    await shell.ocop(['restore', 'newer/ocop-b.tar.gz', '--data', 'elsewhere', '--erased-in', 'twice'])
    expect(await heldIn('elsewhere')).not.toMatch(ERASED)
    expect(await readFile(join(shell.folder, 'elsewhere', 'erased.json'), 'utf8')).toContain(request.about?.id)
    await restoreOnPage('newer/ocop-b.tar.gz')
    expect(await heldIn('twice')).not.toMatch(ERASED)
    await withShop('twice', (catalog) => {
      const { status, answer } = catalog.state.get('dataRequests', request.id)
      expect([status, answer?.text]).toEqual(['done', 'Đã xóa theo yêu cầu.'])
      return Promise.resolve()
    })
    // A file that is not as it was written ends the restoration, not the shop.
    await writeFile(join(folder, 'erased.json'), '{')
    await keepOrder(folder, { from: join(shell.folder, 'newer/ocop-b.tar.gz'), by })
    const refused = await carryOutRestoring(folder, new Session(QUIET, {}, shell.folder))
    expect(refused).toMatchObject({
      keptAs: null,
      // The backup is whole: what is to be mended is the file of the folder.
      why: expect.stringMatching(
        /^The file erased\.json is damaged.* data folder, not in the backup, .* from the newest backup/,
      ) as string,
    })
    await withShop('twice', (catalog) => noteRestoring(catalog, folder, refused))
    await writeFile(join(folder, 'erased.json'), kept)
    // Two within one second keep the data of before under a name each.
    vi.useFakeTimers({ toFake: ['Date'] })
    for (const name of ['older/ocop-a.tar.gz', 'older/ocop-a.tar.gz']) await restoreOnPage(name)
    const second = `ocop-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}-before-restore`
    vi.useRealTimers()
    const names = await readdir(join(shell.folder, 'older'))
    expect(names).toEqual(expect.arrayContaining([`${second}.tar.gz`, `${second}-2.tar.gz`]))
  })

  it('is nothing where nothing was erased: the trail has no entry of it', async () => {
    await shell.ocop(['backup', 'ocop-now.tar.gz', '--data', 'data'])
    const restored = await shell.ocop(['restore', 'ocop-now.tar.gz', '--data', 'same', '--erased-in', 'data'])
    expect(restored.out).not.toContain('erased again')
    await withShop('same', async (catalog) => {
      const { entries } = await catalog.audit.search(system('test'), { action: 'backups' }, { limit: 9 })
      expect(entries).toEqual([])
    })
  })

  it('has its request answered, however many orders are erased with the one that it was about', async () => {
    await withShop('many', async (catalog) => {
      await stockShop(catalog)
      await catalog.save({ stock: [{ sku: 'CF-250', quantity: 200 }] })
      const first = await orderOf(catalog, 'CF-250', [])
      const request = await catalog.personalData.request(PHONE, first, 'erasure')
      const erased = new ErasedRecords()
      for (let count = 0; count <= 100; count += 1) {
        const phone = `0905 200 ${100 + count}`
        const code = count === 0 ? first : await orderOf(catalog, 'CF-250', [], { phone })
        const found = await catalog.findOrder(code, count === 0 ? PHONE : phone)
        if (found) erased.orders.add(found.id)
      }
      const answer = { text: 'Đã xóa theo yêu cầu.', at: request.receivedAt, by: by.name }
      erased.requests.set(request.id, { ...eraseRequest(request), status: 'done', answer })
      const again = await workingsOf(catalog).upkeep.eraseAgain(by, 'ocop-then.tar.gz', erased)
      expect(again.orders).toBe(101)
      const kept = catalog.state.get('dataRequests', request.id)
      expect(kept).toMatchObject({ status: 'done', answer })
      expect(kept.phone).toBeUndefined()
    })
  })
})
