import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { amountOf, createCatalog, parsePeriod, type Catalog } from '../../../src/index.js'
import { system, toPerson, type Person } from '../../../src/access/actor.js'
import type { Membership } from '../../../src/catalog/account.js'
import { openPostgresStore } from '../../../src/store/postgres/index.js'
import { tally } from '../../../src/testing/scene.js'
import { FragileLine } from '../../support/fragile-line.js'
import { Receiver } from '../../support/receiver.js'
import { aProducer, aProduct } from '../../support/records.js'
import { serverForTests } from '../../support/postgres-server.js'
import { cart, newKey, recipient, stockShop } from '../../support/shop.js'
import { ACCOUNT, HANH, order as buy } from '../../support/trade.js'
import { PATIENCE } from '../../support/patience.js'

const NOON = new Date('2026-11-22T05:00:00Z')
const COFFEES = { text: 'ca phe', filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: 10 } as const
const server = await serverForTests()

async function openOnPostgres(schema: string, url = server?.url ?? ''): Promise<Catalog> {
  const store = await openPostgresStore({ url, schema, listenUrl: server?.url ?? null, onWarning: () => undefined })
  const catalog = await createCatalog({ store, clock: () => NOON, insideHosts: ['127.0.0.1'], ordersPerPhone: null })
  onTestFinished(() => catalog.close())
  return catalog
}

/** One coffee, of which there are so many packs. */
async function stockUp(catalog: Catalog, quantity: number): Promise<void> {
  await catalog.save({ producers: [aProducer()], products: [aProduct()], stock: [{ sku: 'ca-phe-500', quantity }] })
}

const order = (catalog: Catalog, packs = 1) =>
  catalog.placeOrder({
    cart: cart(['ca-phe-500', packs]),
    recipient: recipient(),
    idempotencyKey: newKey(),
    adult: false,
  })

const transactionsIn = (catalog: Catalog): number =>
  catalog.transactions({ period: parsePeriod('2026-11'), province: null, mode: 'asNow' }).total.transactions

describe.skipIf(server === null)('two storefronts on one PostgreSQL database', () => {
  afterAll(() => server?.stop())

  it('show in pages, search and counts what the other one has changed and sold', async () => {
    const [here, there] = [await openOnPostgres('follows'), await openOnPostgres('follows')]
    await stockUp(here, 40)
    await vi.waitFor(() => expect(there.search(COFFEES).total).toBe(1), PATIENCE)
    const { order: placed } = await order(here, 3)
    await vi.waitFor(() => expect(transactionsIn(there)).toBe(1), PATIENCE)
    expect(there.state.stockOf(placed.fulfillments[0]?.lines[0]?.sku ?? '')).toBe(37)

    await there.cancelOrder(placed.code, placed.recipient.phone)
    await vi.waitFor(() => expect(transactionsIn(here)).toBe(0), PATIENCE)
    for (const catalog of [here, there]) expect((await catalog.recount()).differences).toEqual([])
  })

  it('sell fifty packs to five hundred buyers exactly once, and count fifty transactions', async () => {
    const shops = [await openOnPostgres('race'), await openOnPostgres('race')]
    const [here, there] = shops as [Catalog, Catalog]
    await stockUp(here, 50)
    await vi.waitFor(() => expect(there.state.all('products')).toHaveLength(1), PATIENCE)
    const buyers = Array.from({ length: 500 }, (_, index) => order(index % 2 === 0 ? here : there))
    expect(await tally(buyers)).toEqual({ resolved: 50, OUT_OF_STOCK: 450 })
    for (const catalog of shops) {
      await vi.waitFor(() => expect(transactionsIn(catalog)).toBe(50), PATIENCE)
      expect(catalog.state.stockOf(aProduct().variants[0]?.sku ?? '')).toBe(0)
      expect((await catalog.recount()).differences).toEqual([])
    }
  })

  it('make one order of a request that is sent to both at once', async () => {
    const [here, there] = [await openOnPostgres('once'), await openOnPostgres('once')]
    await stockUp(here, 10)
    await vi.waitFor(() => expect(there.state.all('products')).toHaveLength(1), PATIENCE)
    const request = { cart: cart(['ca-phe-500', 1]), recipient: recipient(), idempotencyKey: newKey(), adult: false }
    const answers = await Promise.all([here, there, here, there].map((catalog) => catalog.placeOrder(request)))
    expect(new Set(answers.map(({ order: { id } }) => id)).size).toBe(1)
    expect(answers.filter(({ created }) => created)).toHaveLength(1)
  })

  it('tell a program of each order once, whichever of them took it', async () => {
    const receiver = await Receiver.open()
    onTestFinished(() => receiver.close())
    const [here, there] = [await openOnPostgres('tells'), await openOnPostgres('tells')]
    await stockUp(here, 20)
    const reach = { kind: 'office', scope: 'country' } as const
    const wish = { name: 'A', url: receiver.url, events: ['order.placed'] }
    await here.webhooks.create(system('test'), reach, wish)
    await vi.waitFor(() => expect(there.state.all('webhookEndpoints')).toHaveLength(1), PATIENCE)
    await Promise.all(Array.from({ length: 10 }, (_, index) => order(index % 2 === 0 ? here : there)))
    await vi.waitFor(() => {
      for (const catalog of [here, there]) expect(catalog.deliveries.counts().waiting).toBe(10)
    }, PATIENCE)
    await Promise.all([here.deliveries.sendDue(), there.deliveries.sendDue()])
    await vi.waitFor(async () => {
      await Promise.all([here.deliveries.sendDue(), there.deliveries.sendDue()])
      for (const catalog of [here, there]) expect(catalog.deliveries.counts()).toEqual({ waiting: 0, dead: 0 })
    }, PATIENCE)
    expect(receiver.received).toHaveLength(10)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(10)
  })

  it('take what a bank and a platform report once, however often both are told of it at the same moment', async () => {
    const [here, there] = [await openOnPostgres('told'), await openOnPostgres('told')]
    await stockShop(here)
    await here.saleTerms.save(HANH, { id: 'ea-tu', bankAccount: ACCOUNT })
    await here.save({ platforms: [{ id: 'postmart', slug: 'postmart', name: { vi: 'Postmart' }, own: false }] })
    const placed = await buy(here, { 'CF-500': 1 }, { payment: 'bankTransfer' })
    const [share] = placed.fulfillments
    if (!share) throw new Error('the order has a share')
    await vi.waitFor(() => expect(there.state.all('platforms')).toHaveLength(2), PATIENCE)
    const atBoth = <T>(tell: (catalog: Catalog, index: number) => Promise<T>) =>
      Promise.all(Array.from({ length: 8 }, (_, index) => tell(index % 2 === 0 ? here : there, index)))
    const notice = {
      reference: 'FT26326000001',
      amount: amountOf(share),
      text: share.payment?.text ?? '',
      paidAt: '2026-11-22T12:30:00+07:00',
    }
    const taken = await atBoth((catalog) => catalog.bankNotices.record(notice))
    expect(taken.filter(({ created }) => created)).toHaveLength(1)
    expect(new Set(taken.map(({ notice: { id } }) => id)).size).toBe(1)
    const more = await atBoth((catalog, index) =>
      catalog.bankNotices.record({ ...notice, reference: `FT2632600010${index}` }),
    )
    expect(more.filter(({ created, notice: { outcome } }) => created && outcome !== 'matched')).toHaveLength(8)
    const [paid] = (await there.findOrder(placed.code, placed.recipient.phone))?.fulfillments ?? []
    expect(paid?.payment?.history.map(({ status }) => status)).toEqual(['due', 'paid'])

    const sale = {
      platformId: 'postmart',
      externalNumber: 'PM-1',
      from: '2026-11-17',
      province: '2025-07:66',
      amount: 1,
    }
    const facts = { kind: 'sales', fileName: 'Postmart', rows: 1 } as const
    const told = await atBoth((catalog) => catalog.imports.record(HANH, facts, [sale as never]))
    expect(told.map(({ recorded }) => recorded).toSorted()).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
    for (const catalog of [here, there]) {
      await vi.waitFor(() => expect(transactionsIn(catalog)).toBe(2), PATIENCE)
      expect((await catalog.recount()).differences).toEqual([])
    }
  })

  it('let one of two administrators decide who decide at the same moment', async () => {
    const [here, there] = [await openOnPostgres('desk'), await openOnPostgres('desk')]
    const office: Membership = { front: 'office', role: 'administrator', scope: 'country' }
    const invite = async (phone: string) => {
      const invited = await here.accounts.people.invite(system('test'), {
        name: 'Trần Thị Quản',
        phone,
        memberships: [office],
      })
      return toPerson(await here.accounts.own.choosePassword(invited.token, 'bốn con trâu xanh'))
    }
    const [one, other] = [await invite('0905 111 222'), await invite('0905 111 333')]
    await here.accounts.registrations.ask({
      producerName: 'Cơ sở Mắm Bà Bảy',
      kind: 'household',
      province: '2025-07:66',
      address: '',
      note: '',
      name: 'Bảy',
      phone: '0905 111 444',
      password: 'năm con trâu vàng',
    })
    await vi.waitFor(() => expect(there.state.all('accounts')).toHaveLength(3), PATIENCE)
    const asker = there.state.all('accounts').find(({ status }) => status === 'pending')?.id ?? ''
    const decide = ({ accounts }: Catalog, actor: Person) => accounts.registrations.approve(actor, asker, null)
    expect(await tally([decide(here, one), decide(there, other)])).toEqual({ resolved: 1, ALREADY_DECIDED: 1 })
    for (const { state } of [here, there])
      await vi.waitFor(() => expect(state.all('producers')).toHaveLength(1), PATIENCE)
    const shut = ({ accounts }: Catalog, actor: Person, whom: Person) => accounts.people.disable(actor, whom.accountId)
    expect(await tally([shut(here, one, other), shut(there, other, one)])).toEqual({
      resolved: 1,
      LAST_ADMINISTRATOR: 1,
    })
  })

  it('ask the database at most three times for an order, and not at all for a page', async () => {
    const line = await FragileLine.to(server?.port ?? 0)
    onTestFinished(() => line.cut())
    const catalog = await openOnPostgres('trips', server?.url.replace(/:\d+\//, `:${line.port}/`))
    await stockUp(catalog, 1000)
    const before = line.roundTrips
    for (let orders = 0; orders < 50; orders += 1) await order(catalog)
    // Two for each, and now and then one more, which looks for the commits of others.
    expect(line.roundTrips - before).toBeLessThan(3 * 50)
    const beforePages = line.roundTrips
    for (let pages = 0; pages < 50; pages += 1) expect(catalog.search(COFFEES).total).toBe(1)
    expect(line.roundTrips).toBe(beforePages)
  })
})
