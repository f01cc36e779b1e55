import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { createCatalog, openMemoryStore, type Catalog, type Letter } from '../../src/index.js'
import { NOON, recipient, stockShop, cart } from '../support/shop.js'
import { acceptInvitation, ADMINISTRATOR, PASSWORD, PRODUCER, setUpApp } from './signed-in.js'
import { order, runShop, type RunningShop } from './trade-shop.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The clock of a small machine was three days ahead for a while, and is set right. */
describe('a clock that is set back', () => {
  let shop: RunningShop
  let catalog: Catalog
  let now = new Date(NOON.getTime() + 3 * DAY)
  const letters: Letter[] = []
  let takesMail = false
  beforeAll(async () => {
    catalog = await createCatalog({
      store: openMemoryStore(),
      clock: () => now,
      ordersPerPhone: 2,
      mailer: {
        send: (letter) => (takesMail ? Promise.resolve(void letters.push(letter)) : Promise.reject(new Error('down'))),
      },
    })
    await stockShop(catalog)
    shop = await runShop('', { catalog })
  })
  afterAll(() => shop.stop())

  const setBack = () => (now = NOON)
  const setAhead = () => (now = new Date(NOON.getTime() + 3 * DAY))
  const signIn = async (identifier: string, password: string) => {
    const visitor = await shop.visitor().open('/account/sign-in')
    return visitor.press('main .button--primary', { identifier, password })
  }

  it('ends the sessions that were begun before: none lasts longer by as much', async () => {
    const producer = await acceptInvitation(shop.visitor(), catalog, PRODUCER)
    expect((await producer.open('/producer')).status).toBe(200)
    now = new Date(now.getTime() - 4 * 60_000)
    expect((await producer.open('/producer')).status).toBe(200)
    setBack()
    expect((await producer.open('/producer')).status).toBe(401)
    expect((await signIn('0905333444', PASSWORD)).path).toBe('/producer')
  })

  it('takes no link that would last longer than any link', async () => {
    setAhead()
    const { people } = catalog.accounts
    const id = people.findByIdentifier(system('test'), '0905333444')?.id ?? ''
    const { token } = await people.makeLink(system('test'), id)
    expect((await shop.visitor().open(`/account/set-up?k=${token}`)).status).toBe(200)
    setBack()
    expect((await shop.visitor().open(`/account/set-up?k=${token}`)).status).not.toBe(200)
  })

  it('shuts nobody out until it has caught up', async () => {
    setAhead()
    const wrong = async () => (await signIn('0905333444', 'không phải')).status
    for (let tries = 0; tries < 8; tries += 1) await wrong()
    expect(await wrong()).toBe(429)
    setBack()
    expect((await signIn('0905333444', PASSWORD)).path).toBe('/producer')
  })

  it('lets a phone order that had reached its limit in days that are still to come', async () => {
    setAhead()
    const codes = [await order(shop.visitor()), await order(shop.visitor())]
    await expect(order(shop.visitor())).rejects.toThrow(/not ordered/)
    setBack()
    codes.push(await order(shop.visitor()), await order(shop.visitor()))
    await expect(order(shop.visitor())).rejects.toThrow(/not ordered/)
    expect(new Set(codes).size).toBe(4)
    const { orders } = await catalog.orderDesk.list(system('test'), 'ea-tu', { limit: 10 })
    expect(orders.map(({ order: { code } }) => code)).toEqual(codes.toReversed())
  })

  it('makes one order of one key, before and after', async () => {
    setAhead()
    const request = {
      cart: cart(['HONEY', 1]),
      recipient: recipient({ phone: '0905 777 888' }),
      idempotencyKey: 'the-same-key',
      adult: false,
    }
    const first = await catalog.placeOrder(request)
    setBack()
    const again = await catalog.placeOrder(request)
    expect([again.created, again.order.code]).toEqual([false, first.order.code])
    const cancelled = await catalog.cancelOrder(first.order.code, '0905777888')
    expect(cancelled.fulfillments[0]?.history.map(({ status }) => status)).toEqual(['placed', 'cancelled'])
    expect((await catalog.recount()).differences).toEqual([])
  })

  it('sends letters that had been put off, at once', async () => {
    setAhead()
    await catalog.notices.save(system('test'), 'ea-tu', 'htx@example.vn', 'vi')
    await catalog.placeOrder({
      cart: cart(['HONEY', 1]),
      recipient: recipient({ phone: '0905 777 999' }),
      idempotencyKey: 'another-key',
      adult: false,
    })
    await catalog.deliveries.sendDue()
    takesMail = true
    await catalog.deliveries.sendDue()
    expect(letters).toEqual([])
    setBack()
    await catalog.deliveries.sendDue()
    expect(letters.map(({ to }) => to)).toEqual(['htx@example.vn'])
  })

  it('takes no one-time code twice; until it has caught up the app is set up anew', async () => {
    setBack()
    const phone = await setUpApp(await acceptInvitation(shop.visitor(), catalog, ADMINISTRATOR), now)
    const minute = (minutes: number) => (now = new Date(NOON.getTime() + minutes * 60_000))
    const giveCode = async () => {
      const visitor = await signIn('0905111222', PASSWORD)
      await visitor.press('main .button--primary', { code: phone.code(now) })
      return visitor.path
    }
    minute(10)
    expect(await giveCode()).toBe('/office')
    minute(20)
    expect(await giveCode()).toBe('/office')
    minute(10)
    expect(await giveCode()).not.toBe('/office')
    const { people } = catalog.accounts
    const id = people.findByIdentifier(system('test'), '0905111222')?.id ?? ''
    await people.removeAuthenticator(system('test'), id)
    const visitor = await signIn('0905111222', PASSWORD)
    await setUpApp(visitor, now)
    expect(visitor.path).toBe('/office')
  })
})
