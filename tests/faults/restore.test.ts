import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog, type Catalog } from '../../src/index.js'
import { system } from '../../src/access/actor.js'
import { backup, restore } from '../../src/store/backup/backup.js'
import { keepOrder } from '../../src/store/backup/restore-order.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import { ADMINISTRATOR as OFFICE } from '../care/desk.js'
import { ADMINISTRATOR, PASSWORD, setUpApp } from '../http/signed-in.js'
import { Visitor } from '../http/visitor.js'
import { ShopProcess } from '../support/shop-process.js'
import { recipient, stockShop } from '../support/shop.js'

const CLI = resolve(import.meta.dirname, '../../dist/cli/main.js')
const LATER = 'CF-250'

let root: string
let data: string
let copies: string
let invitation: string

async function order(catalog: Catalog, number: number): Promise<{ code: string; phone: string }> {
  const phone = `09051234${String(number).padStart(2, '0')}`
  const { order } = await catalog.placeOrder({
    cart: new Map([[LATER, 1]]),
    recipient: recipient({ phone }),
    idempotencyKey: `restore-order-${number}`,
  } as never)
  return { code: order.code, phone }
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ocop-restoring-'))
  ;[data, copies] = [join(root, 'data'), join(root, 'copies')]
  const catalog = await createCatalog({ folder: data })
  await stockShop(catalog)
  invitation = (await catalog.accounts.people.invite(system('test'), ADMINISTRATOR)).token
  await order(catalog, 1)
  await catalog.close()
  await writeFile(join(data, 'site.json'), JSON.stringify({ trustProxy: 'loopback', backupFolder: copies }))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const ordersOf = async (folder: string): Promise<number> => (await verifyFolder(folder)).orders

/** How many orders each backup of what was there before holds. */
async function ordersKept(folder: string): Promise<number[]> {
  const kept: number[] = []
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('-before-restore.tar.gz'))) {
    const aside = await mkdtemp(join(root, 'aside-'))
    await restore(join(folder, name), aside)
    kept.push(await ordersOf(aside))
  }
  return kept
}

describe('An office that restores a backup', () => {
  it('looks at what would come and go, gives word, password and code, and finds its shop as it was then', async () => {
    const shop = await ShopProcess.start(data)
    const office = new Visitor(shop.origin)
    await office.open(`/account/set-up?k=${invitation}`)
    await office.press('main .button--primary', { password: PASSWORD })
    const phone = await setUpApp(office, new Date())
    await office.open('/office/backup')
    await office.press('main .button--primary')
    const [name = ''] = await readdir(copies)
    const bought = await fetch(`${shop.origin}/api/v1/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'restore-order-2' },
      body: JSON.stringify({ lines: [{ sku: LATER, quantity: 1 }], recipient: recipient() }),
    })
    expect(bought.status).toBe(201)

    await office.open('/office/backup')
    await office.follow('section[aria-labelledby=made] a[href*="restore"]')
    expect(office.text()).not.toContain('KHÔI PHỤC')
    await office.press('main .button--primary')
    expect(office.text('.notice')).toMatch(/Bản sao lưu nguyên vẹn.*Đơn hàng: 1; hiện nay 2/s)
    expect(office.text('main').split(name)).toHaveLength(2)
    await office.press('main .button--primary', { word: 'vâng', again: PASSWORD, code: '000000' })
    expect(office.status).toBe(422)
    expect(office.text('.field--bad')).toContain('Gõ KHÔI PHỤC')
    await office.press('main .button--primary', { word: 'khoi phuc', again: 'sai mật khẩu', code: '000000' })
    expect(office.text('.field--bad')).toContain('Mật khẩu không đúng')
    await office.press('main .button--primary', { word: 'khoi phuc', again: PASSWORD, code: '000000' })
    expect(office.text('.field--bad')).toMatch(/^Mã/)
    expect(await ordersOf(data)).toBe(2)

    // The app's first code is used up; the next one is taken a step ahead.
    const code = phone.code(new Date(Date.now() + 30_000))
    await office.press('main .button--primary', { word: 'khoi phuc', again: PASSWORD, code })
    expect(office.status).toBe(200)
    expect(office.text('.notice--good')).toContain(name)
    await expect.poll(() => shop.origins.length, { timeout: 30_000 }).toBe(2)
    const again = new Visitor(shop.origins[1] ?? '')
    await again.open('/office/backup')
    expect(again.status).toBe(401)
    expect(await ordersOf(data)).toBe(1)
    expect(await ordersKept(copies)).toEqual([2])
    expect(await readdir(data)).not.toContain('restoring')
    await shop.end('SIGTERM')
    expect(shop.child.exitCode).toBe(0)

    const catalog = await createCatalog({ folder: data })
    const { entries } = await catalog.audit.search(system('test'), { action: 'backups' }, { limit: 1 })
    expect(entries[0]).toMatchObject({
      action: 'backups.restore',
      actor: { name: ADMINISTRATOR.name },
      subject: { id: name },
    })
    // The backup held an open session; some may have been ended since.
    expect(catalog.state.all('accounts').flatMap(({ sessions }) => sessions)).toEqual([])
    await catalog.close()
  })

  it('opens with the data that it has when the backup cannot be restored, and the trail says why', async () => {
    const from = join(copies, 'ocop-cut.tar.gz')
    await writeFile(from, 'no archive')
    const before = await ordersOf(data)
    await keepOrder(data, { from, by: { id: 'somebody', name: 'Trần Thị Quản' } })
    const shop = await ShopProcess.start(data)
    expect(shop.told.join('\n')).toContain('could not be restored; the data are as they were')
    await shop.end('SIGTERM')
    expect(await ordersOf(data)).toBe(before)
    const catalog = await createCatalog({ folder: data })
    const { entries } = await catalog.audit.search(system('test'), { action: 'backups' }, { limit: 1 })
    expect(entries[0]).toMatchObject({ action: 'backups.failToRestore', subject: { id: 'ocop-cut.tar.gz' } })
    expect(entries[0]?.reason).toContain('ocop-cut.tar.gz')
    await catalog.close()
    expect(await readdir(data)).not.toContain('restoring')
  })

  it('does not get a backup with which the shop would not open, though every line of it is whole', async () => {
    const place = await mkdtemp(join(root, 'refused-'))
    const [folder, from] = [join(place, 'data'), join(place, 'copies', 'ocop-odd.tar.gz')]
    const catalog = await createCatalog({ folder })
    await stockShop(catalog)
    await catalog.close()
    const change = async (fields: object): Promise<void> => {
      const store = await openLowdbStore({ folder, onWarning: () => undefined })
      const [product] = await store.load().then(({ records }) => records.products)
      if (!product) throw new Error('the shop has products')
      const record = { ...product, ...fields, version: product.version + 1 }
      await store.commit({ puts: [{ collection: 'products', record }] })
      await store.close()
    }
    // As an older program, or somebody’s hand, may have left it: no form would take it, and no page can show it.
    await change({ name: undefined })
    await backup(folder, from)
    await change({ name: { vi: 'Cà phê bột' } })
    // Looking it through says so before anybody orders it; the shop may go on meanwhile.
    const look = await promisify(execFile)(process.execPath, [
      ...[CLI, 'restore', from, '--check', '--data', folder, '--lang', 'en'],
    ]).catch((error: unknown) => error as { code: number; stderr: string })
    expect(look).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/does not open with the data of this backup/) as string,
    })
    await keepOrder(folder, { from, by: { id: 'somebody', name: 'Trần Thị Quản' } })
    const shop = await ShopProcess.start(folder)
    expect(shop.told.join('\n')).toContain('could not be restored; the data are as they were')
    expect((await fetch(`${shop.origin}/readyz`)).status).toBe(200)
    await shop.end('SIGTERM')
    expect(await readdir(folder)).not.toContain('restoring')
  })

  it('finds nothing left of an order when the process was killed while it let it go', async () => {
    const folder = join(await mkdtemp(join(root, 'left-')), 'data')
    await (await createCatalog({ folder })).close()
    await mkdir(join(folder, 'restoring', 'work'), { recursive: true })
    const shop = await ShopProcess.start(folder)
    await shop.end('SIGTERM')
    expect(await readdir(folder)).not.toContain('restoring')
  })

  it('gets it whole when the process is killed at any moment, and nothing is lost', async () => {
    for (const delay of [0, 20, 100, 300, 700]) {
      const place = await mkdtemp(join(root, 'killed-'))
      const [folder, kept] = [join(place, 'data'), join(place, 'copies')]
      const catalog = await createCatalog({ folder })
      await stockShop(catalog)
      const { code, phone } = await order(catalog, 1)
      await catalog.cancelOrder(code, phone)
      const from = join(kept, 'ocop-then.tar.gz')
      await backup(folder, from)
      await order(catalog, 2)
      const { id } = await catalog.personalData.request(phone, code, 'erasure')
      await catalog.personalData.carryOut(OFFICE, id, 'Đã xóa.')
      await catalog.close()
      await keepOrder(folder, { from, by: { id: 'somebody', name: 'Trần Thị Quản' } })
      const args = [CLI, 'serve', '--empty', '--port', '0', '--host', '127.0.0.1', '--data', folder, '--lang', 'en']
      const child = spawn(process.execPath, args, {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { PATH: process.env['PATH'] },
      })
      await once(createInterface({ input: child.stderr }), 'line')
      await sleep(delay)
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended

      const shop = await ShopProcess.start(folder)
      expect((await fetch(`${shop.origin}/readyz`)).status).toBe(200)
      await shop.end('SIGTERM')
      expect(await ordersOf(folder)).toBe(1)
      // However often it was begun: what is kept is what was there before, never what was restored.
      expect(new Set(await ordersKept(kept))).toEqual(new Set([2]))
      expect(await readdir(folder)).not.toContain('restoring')
      // What was erased since is erased again, and once.
      const opened = await createCatalog({ folder })
      expect(await opened.findOrder(code, phone)).toBeNull()
      const { entries } = await opened.audit.search(system('test'), { action: 'backups' }, { limit: 9 })
      expect(entries.map(({ action }) => action)).toEqual(['backups.restore', 'backups.eraseAgain'])
      await opened.close()
    }
  })
})
