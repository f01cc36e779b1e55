import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, expect, test } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { system } from '../../src/access/actor.js'
import { orderByApi } from '../support/api-buyer.js'
import { Receiver } from '../support/receiver.js'
import { stockShop } from '../support/shop.js'
import { ShopProcess } from '../support/shop-process.js'

const folder = await mkdtemp(join(tmpdir(), 'ocop-webhook-'))
const receiver = await Receiver.open()
let shop: ShopProcess | null = null
afterAll(async () => {
  await shop?.end('SIGKILL')
  receiver.close()
  await rm(folder, { recursive: true })
})

const orderCodes = () =>
  receiver.received.map(({ body }) => (JSON.parse(body) as { data: { orderCode: string } }).data.orderCode)

test('a shop that is killed between an order and the news of it tells of it when it is back, signed, under the same id', async () => {
  await writeFile(join(folder, 'site.json'), JSON.stringify({ trustProxy: 1, insideHosts: ['127.0.0.1'] }))
  const catalog = await createCatalog({ folder, insideHosts: ['127.0.0.1'] })
  await stockShop(catalog)
  const reach = { kind: 'producer', producerId: 'ea-tu' as never } as const
  const wish = { name: 'Kế toán', url: receiver.url, events: ['order.placed'] }
  const { secret } = await catalog.webhooks.create(system('test'), reach, wish)
  await catalog.close()

  // The receiver takes the request and gives no answer: the shop does not know whether it has arrived.
  receiver.answer = null
  shop = await ShopProcess.start(folder)
  const first = await orderByApi(shop.origin, { key: 'before-the-kill', sku: 'CF-250' })
  expect(first.status).toBe(201)
  await expect.poll(() => receiver.received.length).toBe(1)
  await shop.end('SIGKILL')

  receiver.answer = 204
  shop = await ShopProcess.start(folder)
  await expect.poll(() => receiver.received.length).toBe(2)
  expect(orderCodes()).toEqual([first.code, first.code])
  const [held, again] = receiver.received
  expect(again?.headers['webhook-id']).toBe(held?.headers['webhook-id'])
  for (const { headers, body } of receiver.received)
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
      type: 'order.placed',
      data: { producerId: 'ea-tu', units: 1, payment: 'cashOnDelivery' },
    })
  expect(receiver.received[0]?.body).not.toMatch(/Nguyễn|0905/)

  // An order of another producer is none of its business; the next one of its own is told once.
  await orderByApi(shop.origin, { key: 'another-producer', sku: 'SPIRIT' })
  const third = await orderByApi(shop.origin, { key: 'the-next-one', sku: 'HONEY' })
  await expect.poll(() => receiver.received.length).toBe(3)
  expect(orderCodes()[2]).toBe(third.code)
  await shop.end('SIGTERM')
  shop = await ShopProcess.start(folder)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(receiver.received).toHaveLength(3)
})
