import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as BackupFolderModule from '../../src/cli/backup/backup-folder.js'
import { createCatalog } from '../../src/index.js'
import { built } from '../support/built.js'
import { NOON, stockShop } from '../support/shop.js'
import { signIntoOffice } from '../http/office-person.js'
import { acceptInvitation, ADMINISTRATOR, PASSWORD, setUpApp } from '../http/signed-in.js'
import { runShop, type RunningShop } from '../http/trade-shop.js'
import { system } from '../../src/access/actor.js'
import { readOrder } from '../../src/store/backup/restore-order.js'
import { Shell } from './run-ocop.js'

const { BackupFolder } = (await built('cli/backup/backup-folder.js')) as typeof BackupFolderModule

let folder: string
let shop: RunningShop
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ocop-button-'))
  const catalog = await createCatalog({ folder: path.join(folder, 'data'), clock: () => NOON })
  await stockShop(catalog)
  const backups = new BackupFolder(path.join(folder, 'data'), path.join(folder, 'copies'), () => catalog.now())
  shop = await runShop('', { catalog, backups })
})
afterAll(async () => {
  await shop.stop()
  await rm(folder, { recursive: true, force: true })
})

it('an administrator backs a running shop up by one button; the copy is verified and can be laid down again', async () => {
  const office = await signIntoOffice(shop.visitor(), shop.catalog)
  await office.open('/office/backup')
  expect(office.text()).toContain('Chưa có bản sao lưu nào')
  await office.press('main .button--primary')
  expect(office.text('.notice--good')).toMatch(/Đã sao lưu và kiểm tra.*3 sản phẩm/s)
  const [name = ''] = await readdir(path.join(folder, 'copies'))
  expect(name).toBe('ocop-2026-11-22T05-00-00.tar.gz')
  expect(office.text('section[aria-labelledby=made]')).toContain(name)
  const { entries } = await shop.catalog.audit.search(system('test'), {}, { limit: 1 })
  expect(entries[0]).toMatchObject({ action: 'backups.make', subject: { id: name } })
  const [token] = office.$('section[aria-labelledby=made] form').serializeArray()
  const { bytes } = await office.download('/office/backup/download', { [token?.name ?? '']: token?.value ?? '', name })
  expect(bytes.equals(await readFile(path.join(folder, 'copies', name)))).toBe(true)
  const taken = await shop.catalog.audit.search(system('test'), {}, { limit: 1 })
  expect(taken.entries[0]).toMatchObject({ action: 'backups.download', subject: { id: name } })
  await office.post('/office/backup/download', { [token?.name ?? '']: token?.value ?? '', name: '../data/journal' })
  expect(office.status).toBe(404)
  await office.open('/office/backup')
  // The same second again: nothing is written over, and the page says why.
  await office.press('main .button--primary')
  expect(office.status).toBe(503)
  expect(office.text('.notice--bad')).toContain('Chưa sao lưu được')
  const shell = await Shell.open()
  const restored = await shell.ocop(['restore', path.join(folder, 'copies', name), '--data', 'again'])
  expect(restored).toMatchObject({ exitCode: 0 })
  await shell.close()
})

describe('when two administrators restore at the same moment', () => {
  const SECOND = { ...ADMINISTRATOR, name: 'Y Bhin Niê', phone: '0905 111 555', email: 'bhin@example.vn' }

  /** A shop that can be restored, two people of its office on the page of its one backup, and their codes. */
  async function twoOffices(gate: Promise<void>) {
    const place = await mkdtemp(path.join(folder, 'two-'))
    const data = path.join(place, 'data')
    const catalog = await createCatalog({ folder: data, clock: () => NOON })
    await stockShop(catalog)
    const closing = { times: 0, began: 0 }
    const real = new BackupFolder(
      data,
      path.join(place, 'copies'),
      () => NOON,
      () => (closing.times += 1),
    )
    const { name } = await real.make('vi')
    const { restoring: own } = real
    if (!own) throw new Error('this folder restores')
    const restoring = {
      check: async (...asked: Parameters<typeof own.check>) => {
        closing.began += 1
        await gate
        return own.check(...asked)
      },
      order: (...asked: Parameters<typeof own.order>) => own.order(...asked),
    }
    const backups = {
      folder: real.folder,
      list: () => real.list(),
      read: (one: string) => real.read(one),
      make: () => real.make('vi'),
      restoring,
    }
    const running = await runShop('', { catalog, backups })
    const people = []
    for (const invitation of [ADMINISTRATOR, SECOND]) {
      const visitor = await acceptInvitation(running.visitor(), catalog, invitation)
      const phone = await setUpApp(visitor, NOON)
      await visitor.open(`/office/backup/restore?name=${name ?? ''}`)
      people.push({ visitor, code: phone.code(new Date(NOON.getTime() + 30_000)) })
    }
    return { running, data, closing, people: people as [(typeof people)[0], (typeof people)[0]] }
  }

  it('one backup is looked through at a time, and the other is asked to try again', async () => {
    let open = (): void => undefined
    const { running, closing, people } = await twoOffices(new Promise<void>((resolve) => (open = resolve)))
    const [{ visitor: first }, { visitor: second }] = people
    const looking = first.press('main .button--primary')
    await expect.poll(() => closing.began).toBe(1)
    await second.press('main .button--primary')
    expect(second.status).toBe(422)
    expect(second.text('main')).toContain('Mỗi lúc chỉ kiểm tra một bản')
    expect(second.$('input[name=word]')).toHaveLength(0)
    open()
    await looking
    expect(first.text('.notice')).toContain('Bản sao lưu nguyên vẹn')
    await second.press('main .button--primary')
    expect(second.text('.notice')).toContain('Bản sao lưu nguyên vẹn')
    await running.stop()
  })

  it('the first order counts, the other is told so, and the shop closes once', async () => {
    const { running, data, closing, people } = await twoOffices(Promise.resolve())
    for (const { visitor } of people) await visitor.press('main .button--primary')
    await Promise.all(
      people.map(({ visitor, code }) =>
        visitor.press('main .button--primary', { word: 'khoi phuc', again: PASSWORD, code }),
      ),
    )
    const visitors = people.map(({ visitor }) => visitor)
    expect(visitors.map(({ status }) => status).toSorted()).toEqual([200, 422])
    expect(visitors.find(({ status }) => status === 422)?.text('main')).toContain('Người khác vừa yêu cầu khôi phục')
    expect(closing.times).toBe(1)
    const asked = { action: 'backups.orderRestoring' }
    const { entries } = await running.catalog.audit.search(system('test'), asked, { limit: 9 })
    expect(entries).toHaveLength(1)
    expect((await readOrder(data))?.by.name).toBe(entries[0]?.actor.name)
    await running.stop()
  })
})

it('a reviewer has no such button, nor has an administrator of some provinces, and without a folder the page says how to state one', async () => {
  const reviewer = await signIntoOffice(shop.visitor(), shop.catalog, {
    ...ADMINISTRATOR,
    phone: '0905 111 333',
    email: 'duyet@example.vn',
    memberships: [{ front: 'office', role: 'reviewer', scope: 'country' }],
  })
  expect((await reviewer.open('/office/backup')).status).toBe(403)
  const ofProvince = await signIntoOffice(shop.visitor(), shop.catalog, {
    ...ADMINISTRATOR,
    phone: '0905 111 444',
    email: 'tinh@example.vn',
    memberships: [{ front: 'office', role: 'administrator', scope: ['2025-07:80'] as never }],
  })
  expect(ofProvince.$('nav a[href$="/office/audit"]')).not.toHaveLength(0)
  for (const path of ['/office/backup', '/office/search', '/office/exchange', '/office/showcase']) {
    expect(ofProvince.$(`nav a[href$="${path}"]`)).toHaveLength(0)
    expect((await ofProvince.open(path)).status).toBe(403)
  }
  const other = await runShop('')
  const office = await signIntoOffice(other.visitor(), other.catalog)
  await office.open('/office/backup')
  expect(office.text('.notice--warn')).toContain('backupFolder')
  expect(office.$('main form')).toHaveLength(0)
  await other.stop()
})
