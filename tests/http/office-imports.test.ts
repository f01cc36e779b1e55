import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system, toPerson } from '../../src/access/actor.js'
import type { Membership } from '../../src/catalog/account.js'
import { SENT_FILE_KEPT } from '../../src/catalog/ports/sent-files.js'
import { checkingLane } from '../../src/exchange/aside/lane.js'
import { createCatalog, parsePeriod } from '../../src/index.js'
import { importJobsOf } from '../../src/storefront/office/imports/import-jobs.js'
import { ShopProcess } from '../support/shop-process.js'
import { openShop, stockShop } from '../support/shop.js'
import { signIntoOffice } from './office-person.js'
import { ADMINISTRATOR, PASSWORD } from './signed-in.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import { Visitor } from './visitor.js'

const HEADINGS = 'Tên sản phẩm,Chủ thể,Tỉnh,Hạng sao,Số quyết định,Ngày quyết định'
const csv = (...lines: string[]) => Buffer.from([HEADINGS, ...lines].join('\r\n'))
const BANH_TRANG = 'Bánh tráng Hòa Đa,HTX Hòa Đa,Đắk Lắk,4,12/QĐ-UBND,17/05/2026'
const RICE = 'Gạo ST25 Ea Súp,HTX Ea Súp,Đắk Lắk,3,13/QĐ-UBND,18/05/2026'

/** Waits until the file that the person looks at is worked on no more. */
async function settle(office: Visitor): Promise<Visitor> {
  while (office.$('[role=status] a').length > 0) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    await office.follow('[role=status] a')
  }
  return office
}

it('a file that waits to be imported is not, once whoever asked for it is shut out', async () => {
  const catalog = await openShop()
  const { people } = catalog.accounts
  const importer: Membership = { front: 'office', role: 'importer', scope: 'country' }
  const invited = await people.invite(system('test'), {
    name: 'Lê Văn',
    phone: '0905 111 555',
    memberships: [importer],
  })
  const person = toPerson(await catalog.accounts.own.choosePassword(invited.token, PASSWORD))
  const jobs = importJobsOf(catalog)
  const bytes = csv(BANH_TRANG)
  let goOn = (): void => undefined
  const before = checkingLane(bytes.length).take(() => new Promise<void>((resolve) => (goOn = resolve)))
  const facts = { kind: 'products', fileName: 'danh sách.csv', placesBefore2025: false, columns: {} } as const
  const job = await jobs.start(person, facts, bytes)
  expect(job.state).toBe('checking')
  await jobs.apply(person, job, 1)
  await people.disable(system('test'), person.accountId)
  goOn()
  await before
  await expect.poll(() => job.state).toBe('failed')
  expect(job.error).toMatchObject({ code: 'FORBIDDEN' })
  expect(catalog.state.all('products').some(({ name }) => name.vi === 'Bánh tráng Hòa Đa')).toBe(false)
  await catalog.close()
})

describe.each(MOUNTS)('importing a file in the browser, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let office: Visitor
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openShop() })
    office = await signIntoOffice(shop.visitor(), shop.catalog)
  })
  afterAll(() => shop.stop())

  async function send(bytes: Buffer, fields: Record<string, string> = {}, name = 'danh sách.csv'): Promise<Visitor> {
    await office.open('/office/imports')
    await office.upload(
      'form[enctype] .button--primary',
      { field: 'file', name, bytes },
      { kind: 'products', ...fields },
    )
    return settle(office)
  }

  const find = (name: string) => [...shop.catalog.state.all('products')].find((product) => product.name.vi === name)

  it('shows every fault by row and column, offers them as a file, and imports nothing', async () => {
    await send(csv(BANH_TRANG, 'Gạo ST25 Ea Súp,HTX Ea Súp,Atlantis,bảy,13/QĐ-UBND,31/02/2026'))
    const faults = office
      .$('section[aria-labelledby=faults] tbody tr')
      .toArray()
      .map((row) =>
        office
          .$(row)
          .find('td')
          .toArray()
          .slice(0, 3)
          .map((cell) => office.$(cell).text()),
      )
    expect(faults).toEqual([
      ['3', 'Hạng sao', 'bảy'],
      ['3', 'Ngày quyết định', '31/02/2026'],
      ['3', 'Tỉnh', 'Atlantis'],
    ])
    expect(office.$('form[action$="/apply"]')).toHaveLength(0)
    const { bytes } = await office.download(`${office.path}/faults.csv`)
    expect(bytes.toString()).toContain('3,Hạng sao,bảy')
    expect(find('Bánh tráng Hòa Đa')).toBeUndefined()
  })

  it('takes the province of every row from the person, where a list of one province has no column for it', async () => {
    const listed = ['Tên sản phẩm,Chủ thể,Hạng sao', 'Bún khô Ea Súp,HTX Ea Súp,3']
    await send(Buffer.from(listed.join('\r\n')))
    expect(office.text()).toContain('Thiếu cột “Tỉnh, thành phố”')
    const provinces = office.$('#all-province option').toArray()
    const names = provinces.map((option) => office.$(option).attr('value'))
    expect(names).toEqual(expect.arrayContaining(['Đắk Lắk', 'Phú Yên']))
    expect(names.filter((name) => name === 'Đắk Lắk')).toHaveLength(1)

    const again = 'form[action$="/columns"] button'
    await office.press(again, { 'all-province': 'Đắk Lắk', 'all-decision_date': 'hôm qua' })
    await settle(office)
    expect(office.text()).toContain('17/05/2024')
    await office.press(again, { 'all-decision_date': '17/05/2026', 'all-decision_number': '9/QĐ-UBND' })
    await settle(office)
    expect(office.text()).toContain('Ghi cho mọi dòng: Tỉnh, thành phố: Đắk Lắk.')
    expect(office.text('section[aria-labelledby=added] tbody')).toMatch(/Đắk Lắk3.*9\/QĐ-UBND17\/05\/2026/)
    expect(office.$('#all-province option[selected]').attr('value')).toBe('Đắk Lắk')
    await office.press('form[action$="/apply"] button')
    await settle(office)
    const bun = find('Bún khô Ea Súp')
    expect(bun?.origin).toMatchObject({ province: '66' })
    expect(shop.catalog.state.all('certificates').find(({ productId }) => productId === bun?.id)).toMatchObject({
      decisionNumber: '9/QĐ-UBND',
    })
  })

  it('imports all of it, knows it the second time, and takes it back', async () => {
    await send(csv(BANH_TRANG, RICE))
    expect(office.text('.counts')).toMatch(/^Mới2/)
    const sample = office.$('section[aria-labelledby=added]')
    expect(
      sample
        .find('th')
        .toArray()
        .map((cell) => office.$(cell).text()),
    ).toContain('Ngày quyết định')
    // As it will be: the province as it was understood, the day as people write it, the kind as the name says it.
    expect(sample.find('tbody tr').last().text()).toMatch(/^3Gạo ST25 Ea Súp.*Hợp tác xã.*Đắk Lắk3.*18\/05\/2026/)
    await office.press('form[action$="/apply"] button')
    await settle(office)
    expect(office.text()).toContain('Đã nhập 2 dòng')
    const product = find('Gạo ST25 Ea Súp')
    expect(product?.status).toBe('published')
    await send(csv(BANH_TRANG, RICE))
    expect(office.text()).toContain('không có gì để nhập')

    await office.open('/office/imports')
    expect(office.text('.rows')).toContain('danh sách.csv')
    await office.press('.rows form button')
    expect(office.text('.rows')).toContain('Đã hoàn tác: Trần Thị Quản')
    expect(find('Gạo ST25 Ea Súp')?.status).toBe('withdrawn')
    const { entries } = await shop.catalog.audit.search(system('test'), {}, { limit: 10 })
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['imports.run', 'imports.undo']))
  })

  it('takes nothing back once somebody has changed a record, and says which', async () => {
    await send(csv('Sầu riêng Cư M’gar,HTX Cư M’gar,Đắk Lắk,4,14/QĐ-UBND,18/05/2026'))
    await office.press('form[action$="/apply"] button')
    await settle(office)
    const product = find('Sầu riêng Cư M’gar')
    if (!product) throw new Error('not imported')
    const { id, slug, status, producerId, classification, origin, variants, photos, labelFacts } = product
    const kept = { id, slug, status, producerId, classification, origin, variants, photos, labelFacts }
    await shop.catalog.save({ products: [{ ...kept, name: { vi: 'Sầu riêng Dona' } }] })
    await office.open('/office/imports')
    await office.press('.rows form button')
    expect(office.status).toBe(422)
    expect(office.text('.error-summary')).toContain(`“${product.id}” đã được sửa sau khi nhập`)
    expect(find('Sầu riêng Dona')?.status).toBe('published')
  })

  it('reads a column that is called something else once it is told', async () => {
    await send(Buffer.from('Tên sản phẩm,Tỉnh,Cột lạ\r\nTinh bột nghệ,Đắk Lắk,4'))
    await office.press('form[action$="/columns"] button', { 'column-2': 'stars' })
    await settle(office)
    const chosen = office.$('#column-2 option[selected]').attr('value')
    expect(chosen).toBe('stars')
  })

  it('lets the person say which column is the name where none is called so, and says when there are headings alone', async () => {
    await send(Buffer.from('Mặt hàng OCOP,Tỉnh,Chủ thể\r\nTinh bột nghệ,Đắk Lắk,HTX Nghệ'))
    expect(office.text('.error-summary')).toContain('Thiếu cột “Tên sản phẩm”')
    await office.press('form[action$="/columns"] button', { 'column-0': 'name' })
    await settle(office)
    expect(office.text('.counts')).toMatch(/^Mới1/)
    await send(Buffer.from(HEADINGS))
    expect(office.text()).toContain('Tệp chỉ có dòng tiêu đề')
  })

  it('reads wide digits, and refuses a decision that is still to come', async () => {
    await send(csv('Trà Cozy Ea Tu,HTX Ea Tu Trà,Đắk Lắk,４ sao,15/QĐ-UBND,１７／０５／２０２６'))
    expect(office.text('.counts')).toMatch(/^Mới1/)
    await send(csv('Trà Cozy Ea Tu,HTX Ea Tu Trà,Đắk Lắk,4,15/QĐ-UBND,17/05/2126'))
    expect(office.text('tbody')).toContain('Ngày quyết định còn ở phía trước')
  })

  it('reads UTF-16 with semicolons, and offers its faults as a file that a spreadsheet opens', async () => {
    const lines = [HEADINGS, BANH_TRANG, 'Bánh đa;HTX Hòa Đa;Đắk Lắk;=1+1;12/QĐ-UBND;17.05.2026']
    const table = lines.map((line) => line.replaceAll(',', ';')).join('\r\n')
    await send(Buffer.from(`\ufeff${table}`, 'utf16le'))
    const { bytes } = await office.download(`${office.path}/faults.csv`)
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    // What would run as a formula is made text.
    expect(bytes.toString()).toContain("3,Hạng sao,'=1+1")
  })

  it('takes a platform’s sales back, and the same file can be imported again', async () => {
    await shop.catalog.save({
      platforms: [{ id: 'postmart', slug: 'postmart', name: { vi: 'Postmart' }, own: false }],
    })
    const sales = Buffer.from(
      [
        'Sàn,Mã đơn,Ngày,Tỉnh,Thành tiền',
        'Postmart,PM-1,17/05/2026,Đắk Lắk,85000',
        'Postmart,PM-2,18/05/2026,Đắk Lắk,90000',
      ].join('\n'),
    )
    const year = () =>
      shop.catalog.transactions({ period: parsePeriod('2026'), province: null, mode: 'asNow' }).total.transactions
    const bring = async () => {
      await send(sales, { kind: 'sales' })
      await office.press('form[action$="/apply"] button')
      await settle(office)
    }
    await bring()
    expect(year()).toBe(2)
    await office.open('/office/imports')
    await office.press('.rows form button')
    expect(year()).toBe(0)
    await bring()
    expect(office.text()).toContain('Đã nhập 2 dòng')
    expect(year()).toBe(2)
    await send(sales, { kind: 'sales' })
    expect(office.text()).toContain('không có gì để nhập')
    expect((await shop.catalog.recount()).differences).toEqual([])
  })

  it('says plainly that a file which the server does not hold any more is to be sent again', async () => {
    await office.open('/office/imports/jobs/00000000-0000-4000-8000-000000000000')
    expect(office.path).toBe('/office/imports?again=1')
    expect(office.text('.notice--warn')).toContain('gửi lại tệp')
  })

  it('says in one sentence why a file cannot be read, and is closed to those who may not import', async () => {
    await send(Buffer.from('d0cf11e0a1b11ae1', 'hex'), {}, 'cũ.xls')
    expect(office.text('.error-summary')).toContain('tệp Excel kiểu cũ')
    const viewer = await signIntoOffice(shop.visitor(), shop.catalog, {
      ...ADMINISTRATOR,
      phone: '0905 111 333',
      email: 'xem@example.vn',
      memberships: [{ front: 'office', role: 'viewer', scope: 'country' }],
    })
    expect((await viewer.open('/office/imports')).status).toBe(403)
  })
})

/** What a shop notes of the files that were sent. */
async function notesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
}

describe('a shop as it is run, while an office imports,', () => {
  const folders: string[] = []
  let running: ShopProcess | null = null
  afterAll(async () => {
    await running?.end('SIGKILL')
    for (const folder of folders) await rm(folder, { recursive: true })
  })

  /** A shop that knows one platform, and what a browser that is signed into its office sends. */
  async function makeShop(folder: string): Promise<string> {
    folders.push(folder)
    const shop = await runShop('', { catalog: await createCatalog({ folder }) })
    await stockShop(shop.catalog)
    await shop.catalog.save({ platforms: [{ id: 'postmart', slug: 'postmart', name: { vi: 'Postmart' }, own: false }] })
    const { sentCookies } = await signIntoOffice(shop.visitor(), shop.catalog)
    await shop.stop()
    return sentCookies
  }

  const visit = ({ origin }: ShopProcess, cookies: string): Visitor => {
    const office = new Visitor(origin)
    office.setCookies(cookies)
    return office
  }

  async function send(office: Visitor, name: string, text: string, kind: string): Promise<string> {
    await office.open('/office/imports')
    await office.upload('form[enctype] .button--primary', { field: 'file', name, bytes: Buffer.from(text) }, { kind })
    return office.path
  }

  const salesTable = (name: string, count: number): string => {
    const rows = Array.from({ length: count }, (_, index) => `Postmart,${name}-${index},17/05/2026,Đắk Lắk,85000`)
    return ['Sàn,Mã đơn,Ngày,Tỉnh,Thành tiền', ...rows].join('\n')
  }

  it('holds previews of large files within one bound, says so of one that made room, and imports what was confirmed', async () => {
    const cookies = await makeShop(await mkdtemp(join(tmpdir(), 'ocop-previews-')))
    running = await ShopProcess.start(folders.at(-1) ?? '')
    const [an, binh] = [visit(running, cookies), visit(running, cookies)]
    const first = await send(an, 'A.csv', salesTable('A', 41_000), 'sales')
    await settle(an)
    await send(binh, 'B.csv', salesTable('B', 41_000), 'sales')
    await settle(binh)
    expect(binh.text('.counts')).toMatch(/^Mới41\.000/)
    expect((await an.open(first)).text('.notice--warn')).toContain('đã được cất đi')
    await settle(an)
    expect(an.text('.counts')).toMatch(/^Mới41\.000/)
    // The page still shows what was put away meanwhile: what it says is what is done.
    await binh.press('form[action$="/apply"] button')
    await settle(binh)
    expect(binh.text()).toContain('Đã nhập 41.000 dòng')
    await running.end('SIGTERM')
  })

  it('has, once it was killed, the files that were sent when it is started again, with the columns as they were matched, and imports them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ocop-killed-import-'))
    const sent = join(folder, 'sent')
    const cookies = await makeShop(folder)
    const start = async (): Promise<Visitor> => {
      await running?.end('SIGKILL')
      running = await ShopProcess.start(folder)
      return visit(running, cookies)
    }

    let office = await start()
    const matched = await send(office, 'nghệ.csv', 'Mặt hàng,Tỉnh,Chủ thể\r\nBột nghệ,Đắk Lắk,HTX Nghệ', 'products')
    await settle(office)
    await office.press('form[action$="/columns"] button', { 'column-0': 'name' })
    await settle(office)
    expect(office.text('.counts')).toMatch(/^Mới1/)
    const checking = await send(office, 'tháng 5.csv', salesTable('PM', 10_000), 'sales')
    expect(office.text()).toMatch(/Đang (đọc|kiểm tra)/)
    await expect.poll(async () => (await notesIn(sent)).join()).toContain('"step":"checking"')
    await writeFile(join(sent, 'half-written.bytes.tmp'), 'what a crash left')

    office = await start()
    expect(await readdir(sent)).toHaveLength(4)
    expect((await office.open(checking)).text()).toContain('Máy chủ đã dừng khi đang xử lý tệp này')
    await settle(office)
    expect(office.text('.counts')).toMatch(/^Mới10\.000/)
    await office.open(matched)
    expect(office.text()).not.toContain('Máy chủ đã dừng')
    await settle(office)
    expect(office.text('.counts')).toMatch(/^Mới1/)
    for (const path of [matched, checking]) {
      await office.open(path)
      await office.press('form[action$="/apply"] button')
      await settle(office)
    }

    office = await start()
    expect((await office.open(checking)).text()).toContain('Đã nhập 10.000 dòng')
    expect((await office.open(matched)).text()).toContain('Đã nhập 1 dòng')
    await running?.end('SIGTERM')
    const tomorrow = new Date(Date.now() + SENT_FILE_KEPT)
    const later = await createCatalog({ folder, clock: () => tomorrow })
    expect(await readdir(sent)).toEqual([])
    expect(
      later.transactions({ period: parsePeriod('2026-05'), province: null, mode: 'asNow' }).total.transactions,
    ).toBe(10_000)
    await later.close()
  })
})
