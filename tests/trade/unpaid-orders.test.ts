import { mkdtemp, rm } from 'node:fs/promises'
import os, { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { amountOf, createCatalog, openMemoryStore, parsePeriod, type Catalog, type Order } from '../../src/index.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { openPostgresStore } from '../../src/store/postgres/index.js'
import { startWork } from '../../src/storefront/index.js'
import { PATIENCE } from '../support/patience.js'
import { serverForTests } from '../support/postgres-server.js'
import { NOON, stockShop } from '../support/shop.js'
import { ACCOUNT, aVoucher, HANH, order, refusalOf } from '../support/trade.js'

const PHONE = '0905123456'
const HOUR = 3_600_000
const after = (hours: number): Date => new Date(NOON.getTime() + hours * HOUR)

const server = await serverForTests()
afterAll(() => server?.stop())

/** The processes of one shop: on PostgreSQL two at once, on the embedded store one after the other. */
interface Processes {
  readonly open: () => Promise<Catalog>
}

async function embedded(clock: () => Date): Promise<Processes> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-unpaid-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const open = async () =>
    createCatalog({ store: await openLowdbStore({ folder, clock }), clock, ordersPerPhone: null })
  return { open }
}

let schemas = 0
function postgres(clock: () => Date): Promise<Processes> {
  const schema = `unpaid_${(schemas += 1)}`
  const open = async () => {
    const store = await openPostgresStore({ url: server?.url ?? '', schema, onWarning: () => undefined })
    return createCatalog({ store, clock, ordersPerPhone: null })
  }
  return Promise.resolve({ open })
}

async function stockUp(catalog: Catalog): Promise<void> {
  await stockShop(catalog)
  await catalog.saleTerms.save(HANH, { id: 'ea-tu', bankAccount: ACCOUNT })
}

const transfer = (catalog: Catalog, more: object = {}) =>
  order(catalog, { 'CF-500': 2, SPIRIT: 1 }, { payment: 'bankTransfer', ...more })

const shareIn = async (catalog: Catalog, { code }: Order, index = 0) => {
  const share = (await catalog.findOrder(code, PHONE))?.fulfillments[index]
  if (!share) throw new Error('the order has this share')
  return share
}

const noticeOf = ({ fulfillments: [share] }: Order, fields: object = {}) => ({
  reference: 'FT26326000001',
  amount: share ? amountOf(share) : 0,
  text: `MBVCB.1.${share?.payment?.text ?? ''}.CT tu 0123`,
  paidAt: '2026-11-24T12:10:00+07:00',
  ...fields,
})

const transactionsIn = (catalog: Catalog): number =>
  catalog.transactions({ period: parsePeriod('2026-11'), province: null, mode: 'asNow' }).total.transactions

describe.each([
  { store: 'the embedded store', processes: embedded, isThere: true },
  { store: 'PostgreSQL', processes: postgres, isThere: server !== null },
])('an order that nobody pays, on $store', ({ processes, isThere }) => {
  let now = NOON
  const open = async (): Promise<{ catalog: Catalog; reopen: () => Promise<Catalog> }> => {
    now = NOON
    const shop = await processes(() => now)
    let catalog = await shop.open()
    onTestFinished(() => catalog.close())
    await stockUp(catalog)
    const reopen = async () => {
      await catalog.close()
      return (catalog = await shop.open())
    }
    return { catalog, reopen }
  }

  it.runIf(isThere)(
    'ends by itself after its term: stock, ledger and voucher as before, once, and on record',
    async () => {
      const { catalog, reopen } = await open()
      await catalog.vouchers.save(HANH, aVoucher({ limit: 1 }))
      const told: unknown[] = []
      const placed = await transfer(catalog, { voucher: 'HOICHO2026' })
      expect(placed.fulfillments.map(({ payment }) => payment?.payBy)).toEqual([after(48).toISOString(), undefined])
      expect([catalog.state.stockOf('CF-500'), transactionsIn(catalog)]).toEqual([8, 2])

      now = after(48.4)
      expect(await catalog.unpaidOrders.endDue()).toBe(0)
      // A process that begins anew knows what waits.
      const next = await reopen()
      next.events.on('order.changed', ({ data }) => told.push(data))
      now = after(48.5)
      expect(await Promise.all([next.unpaidOrders.endDue(), next.unpaidOrders.endDue()])).toEqual([1, 1])
      expect(await next.unpaidOrders.endDue()).toBe(0)

      const [ended, cash] = [await shareIn(next, placed), await shareIn(next, placed, 1)]
      expect(ended).toMatchObject({ status: 'cancelled', payment: { status: 'due' } })
      expect(ended.history.at(-1)).toEqual({ status: 'cancelled', at: after(48.5).toISOString(), cause: 'unpaid' })
      expect(cash.status).toBe('placed')
      expect([next.state.stockOf('CF-500'), next.state.stockOf('SPIRIT'), transactionsIn(next)]).toEqual([10, 4, 1])
      expect(told).toEqual([{ orderCode: placed.code, producerId: 'ea-tu', status: 'cancelled', payment: 'due' }])
      expect((await next.recount()).differences).toEqual([])
      // The voucher took something off the other share too, so it stays used until that one is cancelled.
      await next.cancelOrder(placed.code, PHONE)
      expect(next.state.all('voucherUses').map(({ status }) => status)).toEqual(['returned'])
      const { entries } = await next.audit.search(HANH, { action: 'orders.endUnpaid' }, { limit: 5 })
      expect(entries).toMatchObject([
        { subject: { collection: 'orders', id: placed.code }, after: { producerId: 'ea-tu' } },
      ])
    },
  )

  it.runIf(isThere)('waits for a person once anything is told of money, or its producer has begun', async () => {
    const { catalog } = await open()
    const [reported, partly, begun, paid] = await Promise.all(Array.from({ length: 4 }, () => transfer(catalog)))
    if (!reported || !partly || !begun || !paid) throw new Error('four orders were placed')
    await catalog.payments.report(reported.code, PHONE, 'ea-tu')
    await catalog.bankNotices.record(noticeOf(partly, { amount: 1000 }))
    await catalog.advanceOrder(begun.code, 'ea-tu', 'accepted')
    await catalog.payments.confirm(HANH, paid.code, 'ea-tu')
    now = after(500)
    expect(await catalog.unpaidOrders.endDue()).toBe(0)
    const states = await Promise.all([reported, partly, begun, paid].map((one) => shareIn(catalog, one)))
    expect(states.map(({ status, payment }) => [status, payment?.status])).toEqual([
      ['placed', 'reported'],
      ['placed', 'mismatch'],
      ['accepted', 'due'],
      ['placed', 'paid'],
    ])
  })

  it.runIf(isThere)('waits while money of that very sum lies there that nobody could place', async () => {
    const { catalog } = await open()
    const placed = await transfer(catalog)
    const nameless = { text: 'CHUYEN TIEN CA PHE', accountNumber: ACCOUNT.number }
    const { notice } = await catalog.bankNotices.record(noticeOf(placed, nameless))
    now = after(60)
    expect(await catalog.unpaidOrders.endDue()).toBe(0)
    await catalog.bankNotices.settle(HANH, notice.id, 'Tiền của người khác')
    expect(await catalog.unpaidOrders.endDue()).toBe(1)
  })

  it.runIf(isThere)('brings money that comes too late before a person, and the buyer’s word no more', async () => {
    const { catalog } = await open()
    const placed = await transfer(catalog)
    now = after(49)
    expect(await catalog.unpaidOrders.endDue()).toBe(1)
    const { notice } = await catalog.bankNotices.record(noticeOf(placed))
    expect(notice.outcome).toBe('notExpected')
    expect(catalog.bankNotices.listFor(HANH).map(({ orderCode }) => orderCode)).toEqual([placed.code])
    expect((await shareIn(catalog, placed)).status).toBe('cancelled')
    expect((await refusalOf(catalog.payments.report(placed.code, PHONE, 'ea-tu'))).code).toBe('NOT_ALLOWED_NOW')
  })
})

describe.skipIf(server === null)('two processes on one database', () => {
  it('end each order once, and none that the other one has heard money of', async () => {
    let now = NOON
    const { open } = await postgres(() => now)
    const [here, there] = [await open(), await open()]
    for (const catalog of [here, there]) onTestFinished(() => catalog.close())
    await stockUp(here)
    await vi.waitFor(() => expect(there.state.all('saleTerms')).toHaveLength(1), PATIENCE)
    const placed = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        order(index % 2 === 0 ? here : there, { 'CF-500': 2 }, { payment: 'bankTransfer' }),
      ),
    )
    now = after(49)
    const [first] = placed
    if (!first) throw new Error('five orders were placed')
    const [report, ...ended] = await Promise.all([
      there.payments.report(first.code, PHONE, 'ea-tu').then(
        () => 'reported',
        () => 'cancelled',
      ),
      here.unpaidOrders.endDue(),
      there.unpaidOrders.endDue(),
    ])
    const isReported = report === 'reported'
    expect(ended.reduce((sum, count) => sum + count, 0)).toBe(isReported ? 4 : 5)
    for (const catalog of [here, there]) {
      await vi.waitFor(() => expect(transactionsIn(catalog)).toBe(isReported ? 1 : 0), PATIENCE)
      expect(catalog.state.stockOf('CF-500')).toBe(isReported ? 8 : 10)
      expect((await catalog.recount()).differences).toEqual([])
    }
    expect((await shareIn(there, first)).payment?.status).toBe(isReported ? 'reported' : 'due')
  })
})

describe('a shop that serves', () => {
  /** A shop whose clock and the machine's own are moved by the test. */
  async function serve() {
    vi.useFakeTimers({ now: NOON, toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] })
    let slept = 0
    const uptime = vi.spyOn(os, 'uptime').mockImplementation(() => performance.now() / 1000 + slept)
    onTestFinished(() => {
      uptime.mockRestore()
      vi.useRealTimers()
    })
    const catalog = await createCatalog({ store: openMemoryStore(), ordersPerPhone: null })
    onTestFinished(() => catalog.close())
    await stockUp(catalog)
    const placed = await transfer(catalog)
    onTestFinished(startWork({ catalog }))
    /** Minutes pass, on every clock. */
    const pass = async (minutes: number): Promise<string> => {
      await vi.advanceTimersByTimeAsync(minutes * 60_000)
      // What was begun in the last minute is awaited, by a round that finds nothing else to do.
      return (await shareIn(catalog, placed)).status
    }
    /** The machine is suspended: its clock shows the hour that it is after so many, and it counts them as its uptime. */
    const sleep = (hours: number): void => {
      slept += hours * 3600
      vi.setSystemTime(Date.now() + hours * 3600_000)
    }
    return { catalog, placed, pass, sleep }
  }

  it('ends it half an hour after its term', async () => {
    const { catalog, placed, pass } = await serve()
    expect(await pass(48 * 60 + 29)).toBe('placed')
    await vi.advanceTimersByTimeAsync(60_000)
    await expect.poll(async () => (await shareIn(catalog, placed)).status).toBe('cancelled')
  })

  it('waits a quarter of an hour when its machine was asleep: what banks and buyers have to say comes in first', async () => {
    const { catalog, placed, pass, sleep } = await serve()
    await pass(60)
    sleep(71)
    expect(await pass(15)).toBe('placed')
    await vi.advanceTimersByTimeAsync(60_000)
    await expect.poll(async () => (await shareIn(catalog, placed)).status).toBe('cancelled')
  })

  it('believes a clock that was set ahead when as much time has passed, so that not all orders end at once', async () => {
    const { catalog, placed, pass } = await serve()
    await pass(40 * 60)
    vi.setSystemTime(after(64))
    expect(await pass(60)).toBe('placed')
    // It is set right: the order ends by its own term, half an hour later and a quarter of an hour after the jump.
    vi.setSystemTime(after(41))
    expect(await pass(7 * 60 + 29)).toBe('placed')
    await vi.advanceTimersByTimeAsync(60_000)
    await expect.poll(async () => (await shareIn(catalog, placed)).status).toBe('cancelled')
  })

  it('ends what is due by a clock that stays set ahead, after a day: it was behind before, most likely', async () => {
    const { catalog, placed, pass } = await serve()
    await pass(60)
    vi.setSystemTime(after(24 * 365))
    expect(await pass(24 * 60 + 15)).toBe('placed')
    await vi.advanceTimersByTimeAsync(60_000)
    await expect.poll(async () => (await shareIn(catalog, placed)).status).toBe('cancelled')
  })

  it('ends nothing early when its clock is set back', async () => {
    const { pass } = await serve()
    await pass(24 * 60)
    vi.setSystemTime(NOON)
    expect(await pass(48 * 60)).toBe('placed')
  })
})

it('a shop may have another term, or none', async () => {
  const open = async (payWithinHours: number | null) => {
    const catalog = await createCatalog({ store: openMemoryStore(), clock: () => NOON, payWithinHours })
    onTestFinished(() => catalog.close())
    await stockUp(catalog)
    return (await transfer(catalog)).fulfillments[0]?.payment?.payBy
  }
  expect(await open(3)).toBe(after(3).toISOString())
  expect(await open(null)).toBeUndefined()
  const refusal = await refusalOf(createCatalog({ store: openMemoryStore(), payWithinHours: 0 }).then(() => null))
  expect(refusal.issues.map(({ path }) => path)).toEqual(['payWithinHours'])
})
