import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog, createMailer, openMemoryStore, type Store } from '../../src/index.js'
import { system, toPerson } from '../../src/access/actor.js'
import type { Membership } from '../../src/catalog/account.js'
import { duePeriods } from '../../src/reports/due-periods.js'
import { createReportWriter } from '../../src/storefront/office/reports/scheduled-report.js'
import { MailServer } from '../support/mail-server.js'
import { NOON, stockShop } from '../support/shop.js'
import { signIntoOffice } from './office-person.js'
import { runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const SAVE = 'main form[novalidate] .button--primary'

describe('reports that are made by themselves', () => {
  let now = NOON
  const store = openMemoryStore()
  let [mail, shop, office, folder] = [null, null, null, ''] as unknown as [MailServer, RunningShop, Visitor, string]
  const open = async (on: Store, reportFolder = folder) =>
    createCatalog({
      store: on,
      clock: () => now,
      mailer: await createMailer({ server: mail.url, from: 'Phiên chợ OCOP <shop@example.vn>' }),
      reportFolder,
    })
  const at = (instant: string) => (now = new Date(instant))
  const runDue = ({ catalog } = shop) => catalog.reportSchedules.runDue(createReportWriter({ catalog }))

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ocop-reports-'))
    mail = await MailServer.open()
    const catalog = await open(store)
    await stockShop(catalog)
    shop = await runShop('/ocop', { catalog })
    office = await signIntoOffice(shop.visitor(), shop.catalog)
  })
  afterAll(async () => {
    mail.close()
    await shop.stop()
    await rm(folder, { recursive: true })
  })

  it('an office puts a report with its filters on a schedule; what is wrong is said field by field', async () => {
    await office.open('/office/reports?period=2026-10&province=dak-lak&mode=now&group=I')
    await office.follow('a[href*="/office/reports/schedules?"]')
    expect(office.text()).toMatch(/Báo cáo về: .*Đắk Lắk/)
    await office.press(SAVE, { name: '', day: '31', recipients: 'sở công thương', formats: [] })
    expect(office.status).toBe(422)
    expect(office.text('.error-summary')).toMatch(/Tên gọi.*Ngày lập.*Tệp.*Gửi tới/s)
    expect(office.$('#recipients').text()).toBe('sở công thương')
    const wish = {
      name: 'Báo cáo tháng',
      day: '5',
      recipients: 'so@example.vn, ubnd@example.vn',
      formats: ['xlsx', 'pdf'],
    }
    await office.press(SAVE, { ...wish, every: 'month', toFolder: '1' })
    expect(office.text('[role=status]')).toContain('Đã lưu')
    expect(office.text('main .rows')).toMatch(/Báo cáo tháng.*Đắk Lắk.*Mỗi tháng, ngày 5.*Lần tới: 05\/12\/2026/)
  })

  it('is sent once for its period, by one of two processes, and not before its day', async () => {
    expect(await runDue()).toBe(0)
    at('2026-12-04T16:00:00Z')
    expect(await runDue()).toBe(0)
    at('2026-12-04T17:30:00Z')
    const second = await open(store)
    const made = await Promise.all([runDue(), second.reportSchedules.runDue(createReportWriter({ catalog: second }))])
    expect(made.toSorted()).toEqual([0, 1])
    expect(mail.mails.map(({ to }) => to)).toEqual(['so@example.vn', 'ubnd@example.vn'])
    expect(mail.mails[0]?.content).toMatch(/filename="?bao-cao-ocop-dak-lak-2026-11\.xlsx/)
    expect(mail.mails[0]?.content).toContain('application/pdf')
    expect((await readdir(folder)).toSorted()).toEqual([
      'bao-cao-ocop-dak-lak-2026-11.pdf',
      'bao-cao-ocop-dak-lak-2026-11.xlsx',
    ])
    expect((await readFile(join(folder, 'bao-cao-ocop-dak-lak-2026-11.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await runDue()).toBe(0)
    // A process that begins anew finds it done.
    const third = await open(store)
    expect(await third.reportSchedules.runDue(createReportWriter({ catalog: third }))).toBe(0)
    expect(mail.mails).toHaveLength(2)
  })

  it('waits when the mail server refuses, says so on the page, and catches up period by period', async () => {
    at('2027-02-10T01:40:00Z')
    const nowhere = await open(store, '/proc/reports')
    expect(await nowhere.reportSchedules.runDue(createReportWriter({ catalog: nowhere }))).toBe(0)
    const why = expect.stringContaining('/proc/reports') as string
    expect(nowhere.state.all('reportSchedules')).toMatchObject([{ failure: { why } }])
    at('2027-02-10T02:00:00Z')
    mail.isRefusing = true
    expect(await runDue()).toBe(0)
    office = await signIntoOffice(shop.visitor(), shop.catalog, {
      name: 'Lê Thị Kế',
      phone: '0905 111 333',
      memberships: [{ front: 'office', role: 'administrator', scope: 'country' }],
    })
    await office.open('/office/reports/schedules')
    expect(office.text('main .rows')).toMatch(/451 not now/)
    mail.isRefusing = false
    expect(await runDue()).toBe(0)
    // One recipient is refused: the other is served, once.
    at('2027-02-10T02:16:00Z')
    mail.refused = 'so@example.vn'
    expect(await runDue()).toBe(0)
    expect(mail.mails.slice(2).map(({ to }) => to)).toEqual(['ubnd@example.vn'])
    expect(shop.catalog.state.all('reportSchedules')).toMatchObject([
      {
        served: { period: '2026-12', recipients: ['ubnd@example.vn'] },
        failure: { why: expect.stringContaining('so@example.vn: ') as string },
      },
    ])
    mail.refused = ''
    at('2027-02-10T02:32:00Z')
    expect(await runDue()).toBe(2)
    expect(mail.mails.slice(2).map(({ to }) => to)).toEqual([
      'ubnd@example.vn',
      'so@example.vn',
      'so@example.vn',
      'ubnd@example.vn',
    ])
    expect(mail.mails.slice(2).map(({ content }) => /2026-12|2027-01/.exec(content)?.[0])).toEqual([
      '2026-12',
      '2026-12',
      '2027-01',
      '2027-01',
    ])
    await office.open('/office/reports/schedules')
    await office.press('form[action$="/remove"] button')
    expect(shop.catalog.state.all('reportSchedules')).toMatchObject([{ status: 'removed' }])
    at('2027-03-10T02:00:00Z')
    expect(await runDue()).toBe(0)
  })

  it('rests once whoever made it is shut out, and goes on when somebody else answers for it', async () => {
    const country: Membership = { front: 'office', role: 'administrator', scope: 'country' }
    const leaver = { name: 'Hồ Văn Đi', phone: '0905 111 444', memberships: [country] }
    at('2027-03-11T02:00:00Z')
    const going = await signIntoOffice(shop.visitor(), shop.catalog, leaver)
    await going.open('/office/reports/schedules')
    await going.press(SAVE, { name: 'Gửi ra ngoài', day: '5', every: 'month', recipients: 'di@ngoai.example' })
    const { people } = shop.catalog.accounts
    const { id = '' } = people.findByIdentifier(system('test'), leaver.phone) ?? {}
    const before = mail.mails.length
    at('2027-04-06T02:00:00Z')
    await people.setMemberships(system('test'), id, [{ ...country, role: 'reviewer' }])
    expect(await runDue()).toBe(0)
    await people.setMemberships(system('test'), id, [country])
    await people.disable(system('test'), id)
    expect(await runDue()).toBe(0)
    expect(mail.mails).toHaveLength(before)

    office = await signIntoOffice(shop.visitor(), shop.catalog, { ...leaver, name: 'Lê Thị Ở', phone: '0905 111 555' })
    await office.open('/office/reports/schedules')
    expect(office.text('main .rows')).toContain('Đã dừng: người lập, Hồ Văn Đi')
    expect(office.text('main .rows')).not.toContain('Lần tới')
    await office.press('form[action$="/take-over"] button')
    expect(office.text('main .rows')).not.toContain('Đã dừng')
    expect(office.$('form[action$="/take-over"]')).toHaveLength(0)
    expect(await runDue()).toBe(1)
    expect(mail.mails.slice(before).map(({ to }) => to)).toEqual(['di@ngoai.example'])
  })

  it('can be taken over where whoever made it may not see all of it any more, and rests with the key that made it', async () => {
    const country: Membership = { front: 'office', role: 'administrator', scope: 'country' }
    const { apiKeys, reportSchedules, accounts } = shop.catalog
    const wish = {
      filters: '',
      every: 'month' as const,
      day: 5,
      language: 'vi' as const,
      formats: ['xlsx' as const],
      toFolder: false,
    }
    const scopes = ['reports:schedule'] as const
    const { record } = await apiKeys.add(system('test'), {
      name: 'Kho',
      scopes,
      membership: country,
      expiresOn: '2027-12-31',
    })
    const byKey = await reportSchedules.create(apiKeys.actorOf(record), {
      ...wish,
      name: 'Của khóa',
      recipients: ['khoa@ngoai.example'],
    })
    await apiKeys.revoke(system('test'), record.id)
    expect(reportSchedules.isOrphaned(byKey)).toBe(true)
    await reportSchedules.remove(system('test'), byKey.id)

    const mover = { name: 'Võ Thị Chuyển', phone: '0905 111 666', memberships: [country] }
    at('2027-05-11T02:00:00Z')
    await signIntoOffice(shop.visitor(), shop.catalog, mover)
    const account = accounts.people.findByIdentifier(system('test'), mover.phone)
    if (!account) throw new Error('nobody moved')
    const { id } = await reportSchedules.create(toPerson(account), {
      ...wish,
      name: 'Gò Đen',
      filters: 'producer=go-den',
      recipients: ['tw@example.vn'],
    })
    await accounts.people.setMemberships(system('test'), account.id, [{ ...country, scope: ['2025-07:66'] as never }])
    at('2027-06-06T02:00:00Z')
    await runDue()
    const failed = shop.catalog.state.get('reportSchedules', id)
    expect(failed.failure).toBeDefined()
    // It rests then: hours later nothing was tried, and so nothing was written.
    at('2027-06-06T03:00:00Z')
    await runDue()
    expect(shop.catalog.state.get('reportSchedules', id as never).version).toBe(failed.version)
    office = await signIntoOffice(shop.visitor(), shop.catalog, {
      ...mover,
      name: 'Lê Thị Ở Lại',
      phone: '0905 111 777',
    })
    await office.open('/office/reports/schedules')
    expect(office.text('main .rows')).toContain(
      'Đã dừng: người lập, Võ Thị Chuyển, không còn được xem hết báo cáo này.',
    )
    await office.press(`form[action$="/take-over"]:has([value="${id}"]) button`)
    expect(office.text('main .rows')).not.toContain('Đã dừng')
    at('2027-06-06T04:00:00Z')
    await runDue()
    expect(mail.mails.at(-1)?.to).toBe('tw@example.vn')
  })

  it('knows its periods: months, quarters, half-years and years, from the day of its making on', () => {
    const due = (every: 'month' | 'quarter' | 'halfYear' | 'year', today: string, latest?: string) =>
      duePeriods(
        {
          every,
          day: 10,
          since: '2026-01-05' as never,
          ...(latest ? { latest: { period: latest, at: '' as never } } : {}),
        },
        today as never,
      ).map(({ id }) => id)
    expect(due('month', '2026-01-09')).toEqual([])
    expect(due('month', '2026-01-10')).toEqual(['2025-12'])
    expect(due('month', '2026-04-10', '2025-12')).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(due('quarter', '2026-04-10')).toEqual(['2025-Q4', '2026-Q1'])
    expect(due('halfYear', '2026-07-10', '2025-H2')).toEqual(['2026-H1'])
    expect(due('year', '2027-01-10', '2025')).toEqual(['2026'])
  })
})
