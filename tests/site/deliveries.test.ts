import { Webhook } from 'standardwebhooks'
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createCatalog, openMemoryStore, type Catalog, type Letter, type Store } from '../../src/index.js'
import { system } from '../../src/access/actor.js'
import { cart, newKey, NOON, recipient, stockShop } from '../support/shop.js'
import { Receiver } from '../support/receiver.js'

const CLI = system('test')
const EA_TU = { kind: 'producer', producerId: 'ea-tu' as never } as const
const receiver = await Receiver.open()
afterAll(() => receiver.close())

let now = NOON
let letters: Letter[] = []
let isMailUp = true
const later = (ms: number) => (now = new Date(now.getTime() + ms))
const HOUR = 3_600_000

const open = (store: Store) =>
  createCatalog({
    store,
    clock: () => now,
    insideHosts: ['127.0.0.1'],
    baseUrl: 'https://ocop.example.vn',
    mailer: {
      send: (letter) => {
        if (!isMailUp) return Promise.reject(new Error('451 later'))
        letters.push(letter)
        return Promise.resolve()
      },
    },
  })

async function openShop(): Promise<Catalog> {
  const catalog = await open(openMemoryStore())
  await stockShop(catalog)
  return catalog
}

const order = (catalog: Catalog, sku = 'CF-250') =>
  catalog.placeOrder({ cart: cart([sku, 1]), recipient: recipient(), idempotencyKey: newKey(), adult: true })

beforeEach(() => {
  ;[now, letters, isMailUp] = [NOON, [], true]
  receiver.received.splice(0)
  receiver.answer = 204
})

test('typed events are told in the process, once each, after the commit', async () => {
  const catalog = await openShop()
  const heard: unknown[] = []
  const stop = catalog.events.on('order.placed', ({ data }) => heard.push([data.producerId, data.amount]))
  catalog.events.on('order.changed', ({ data }) => heard.push([data.orderCode, data.status]))
  catalog.events.on('listing.changed', ({ data }) => heard.push([data.productId, data.status]))
  const placed = await order(catalog)
  await catalog.advanceOrder(placed.order.code, 'ea-tu', 'accepted')
  later(60_000)
  const { name, phone } = recipient()
  const corrected = { name, phone, commune: '24163', street: '21 Lê Duẩn' }
  await catalog.correctRecipient(placed.order.code, 'ea-tu', corrected, system('test'))
  stop()
  await order(catalog)
  const listing = { id: 'one', productId: 'mat-ong', platformId: 'storefront', listedOn: '2026-11-01' }
  await catalog.save({ listings: [{ ...listing, status: 'orderable' }] })
  expect(heard).toEqual([
    ['ea-tu', 95_000],
    [placed.order.code, 'accepted'],
    [placed.order.code, 'accepted'],
    ['mat-ong', 'orderable'],
  ])
})

test('a listener of the host that fails, at once or later, ends nothing and keeps nobody from hearing', async () => {
  const catalog = await openShop()
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  onTestFinished(() => warned.mockRestore())
  const heard: string[] = []
  catalog.onCommit(() => {
    throw new Error('first')
  })
  catalog.events.on('order.placed', () => Promise.reject(new Error('later')))
  catalog.events.on('order.placed', ({ data }) => void heard.push(data.producerId))
  await order(catalog)
  expect(heard).toEqual(['ea-tu'])
  await expect
    .poll(() => warned.mock.calls.map(([text]) => text))
    .toEqual(['A listener to commits failed: Error: first', 'A listener to order.placed failed: Error: later'])
})

test('what does not arrive is tried again, further and further apart, until a person has to look', async () => {
  const catalog = await openShop()
  const { endpoint } = await catalog.webhooks.create(CLI, EA_TU, {
    name: 'A',
    url: receiver.url,
    events: ['order.placed'],
  })
  receiver.answer = 500
  await order(catalog)
  await catalog.deliveries.sendDue()
  await catalog.deliveries.sendDue()
  expect(receiver.received).toHaveLength(1)
  const [waiting] = catalog.deliveries.ofEndpoint(CLI, endpoint.id)
  expect(waiting).toMatchObject({ status: 'waiting', attempts: 1, failure: { why: 'HTTP 500' } })
  for (let attempt = 0; attempt < 12; attempt += 1) {
    later(30 * HOUR)
    await catalog.deliveries.sendDue()
  }
  expect(receiver.received).toHaveLength(10)
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(catalog.deliveries.counts()).toEqual({ waiting: 0, dead: 1 })

  receiver.answer = 204
  await catalog.deliveries.retry(CLI, waiting?.id ?? '')
  await catalog.deliveries.sendDue()
  expect(catalog.deliveries.ofEndpoint(CLI, endpoint.id)).toMatchObject([{ status: 'delivered' }])
  expect(receiver.received.at(-1)?.headers['webhook-id']).toBe(waiting?.messageId)

  // Days later its record serves another delivery: their number follows what is under way, not all that ever was.
  later(100 * HOUR)
  catalog.deliveries.start()
  await expect.poll(() => catalog.state.listBy('deliveries', 'status', 'free').length).toBe(1)
  await order(catalog)
  await expect.poll(() => receiver.received.length).toBe(12)
  expect(catalog.state.all('deliveries')).toHaveLength(1)
  await catalog.close()
})

test('a new secret signs beside the old one for a day; an address of the inside is refused', async () => {
  const catalog = await openShop()
  const wish = { name: 'A', url: receiver.url, events: ['order.placed'] }
  // The receiver looks at its own clock, so the shop's must be right.
  now = new Date()
  const { endpoint, secret } = await catalog.webhooks.create(CLI, { kind: 'office', scope: 'country' }, wish)
  const renewed = await catalog.webhooks.renewSecret(CLI, endpoint.id)
  await order(catalog)
  await catalog.deliveries.sendDue()
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.received
  for (const one of [secret, renewed.secret])
    expect(new Webhook(one).verify(body, headers as Record<string, string>)).toMatchObject({ type: 'order.placed' })
  for (const url of ['http://ocop.vn/', 'https://10.0.0.1/', 'https://localhost/', 'nowhere'])
    await expect(catalog.webhooks.create(CLI, EA_TU, { ...wish, url })).rejects.toMatchObject({
      issues: [{ path: 'url' }],
    })
  await expect(catalog.webhooks.create(CLI, EA_TU, { ...wish, events: [] })).rejects.toMatchObject({
    issues: [{ path: 'events' }],
  })
  await catalog.webhooks.remove(CLI, endpoint.id)
  expect(catalog.webhooks.list(CLI, null)).toEqual([])
})

test('two processes on one store send each delivery once', async () => {
  const store = openMemoryStore()
  const first = await open(store)
  await stockShop(first)
  const second = await open(store)
  await first.webhooks.create(CLI, EA_TU, { name: 'A', url: receiver.url, events: ['order.placed'] })
  for (let count = 0; count < 10; count += 1) await order(count % 2 ? first : second)
  await Promise.all([first.deliveries.sendDue(), second.deliveries.sendDue()])
  await Promise.all([first.deliveries.sendDue(), second.deliveries.sendDue()])
  expect(receiver.received).toHaveLength(10)
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(10)
})

test('a producer gets a letter about each new order, in its language, with a link and nothing about the shopper', async () => {
  const catalog = await openShop()
  await catalog.notices.save(CLI, 'ea-tu', 'htx@example.vn', 'vi')
  isMailUp = false
  const { order: placed } = await order(catalog)
  await order(catalog, 'SPIRIT')
  await catalog.deliveries.sendDue()
  expect(catalog.deliveries.ofMail(CLI, 'ea-tu')).toMatchObject([{ status: 'waiting', failure: { why: '451 later' } }])
  isMailUp = true
  later(HOUR)
  await catalog.deliveries.sendDue()
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatchObject({ to: 'htx@example.vn', subject: `Đơn mới ${placed.code}` })
  expect(letters[0]?.text).toContain(`https://ocop.example.vn/producer/orders/${placed.code}`)
  expect(letters[0]?.text).toMatch(/1 món, 95\.000\u00a0₫/)
  expect(`${letters[0]?.text} ${letters[0]?.html}`).not.toMatch(/Nguyễn Thị Hoa|0905|Lê Duẩn/)

  await catalog.notices.save(CLI, 'ea-tu', 'htx@example.vn', 'en')
  await catalog.deliveries.test(CLI, { kind: 'mail', producerId: 'ea-tu' as never })
  await catalog.deliveries.sendDue()
  expect(letters[1]?.subject).toBe('Test: notice of new orders')
  await catalog.notices.save(CLI, 'ea-tu', null, 'vi')
  await order(catalog)
  await catalog.deliveries.sendDue()
  expect(letters).toHaveLength(2)
  await expect(catalog.notices.save(CLI, 'ea-tu', 'no address', 'vi')).rejects.toMatchObject({
    issues: [{ path: 'notices.email' }],
  })
})
