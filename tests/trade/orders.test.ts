import { describe, expect, it } from 'vitest'
import { CatalogError, parsePeriod, totalOf, type Catalog } from '../../src/index.js'
import { cart, newKey, NOON, openShop, recipient } from '../support/shop.js'

const figuresOf = (catalog: Catalog) =>
  catalog.transactions({ period: parsePeriod('2026-11'), province: null, mode: 'asThen' }).total

const refusal = async (promise: Promise<unknown>): Promise<CatalogError> => {
  const error: unknown = await promise.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  )
  if (error instanceof CatalogError) return error
  throw error
}

describe('a shopper orders coffee and honey of one producer and spirits of another', () => {
  it('and it is one order, split by producer, with one transaction for each', async () => {
    const catalog = await openShop()
    const { order, created } = await catalog.placeOrder({
      cart: cart(['CF-500', 2], ['SPIRIT', 1], ['HONEY', 1]),
      recipient: recipient(),
      idempotencyKey: newKey(),
      adult: true,
    })
    expect(created).toBe(true)
    expect(order.fulfillments.map(({ producerId, lines }) => [producerId, lines.length])).toEqual([
      ['ea-tu', 2],
      ['go-den', 1],
    ])
    expect(totalOf(order)).toBe(2 * 120_000 + 150_000 + 90_000 + 2 * 30_000)
    expect(figuresOf(catalog)).toEqual({ transactions: 2, orderLines: 3, units: 4, amount: 480_000 })
    expect(catalog.state.stockOf('CF-500')).toBe(8)
  })

  it('and opens it again by code and phone, spelt in any way, and by nothing less', async () => {
    const catalog = await openShop()
    const { order } = await catalog.placeOrder({
      cart: cart(['CF-250', 1]),
      recipient: recipient(),
      idempotencyKey: newKey(),
      adult: false,
    })
    const typed = order.code.toLowerCase().replace('-', ' ')
    expect((await catalog.findOrder(typed, '+84 905.123.456'))?.id).toBe(order.id)
    expect(await catalog.findOrder(order.code, '0905 123 457')).toBeNull()
    expect(await catalog.findOrder('AAAAA-AAAAA', '0905 123 456')).toBeNull()
  })
})

describe('an order is refused, with nothing changed,', () => {
  const attempt = (catalog: Catalog, fields: Partial<Parameters<Catalog['placeOrder']>[0]>) =>
    refusal(
      catalog.placeOrder({
        cart: cart(['CF-500', 1]),
        recipient: recipient(),
        idempotencyKey: newKey(),
        adult: false,
        ...fields,
      }),
    )

  it.each([
    ['when more is asked for than is there', { cart: cart(['CF-250', 1], ['HONEY', 3]) }, 'OUT_OF_STOCK'],
    ['when the cart is empty', { cart: cart() }, 'EMPTY_CART'],
    ['when a variant is not sold here', { cart: cart(['NO-SUCH', 1]) }, 'NOT_FOR_SALE'],
    [
      'when it holds alcohol and the buyer did not confirm to be 18',
      { cart: cart(['SPIRIT', 1]) },
      'AGE_CONFIRMATION_REQUIRED',
    ],
    ['when a quantity is no whole number', { cart: cart(['CF-250', 1.5]) }, 'INVALID_INPUT'],
    ['when a quantity is beyond reason', { cart: cart(['CF-250', 1e21]) }, 'INVALID_INPUT'],
  ])('%s', async (_, fields, code) => {
    const catalog = await openShop()
    expect((await attempt(catalog, fields)).code).toBe(code)
    expect(figuresOf(catalog).transactions).toBe(0)
    expect(catalog.state.stockOf('CF-250')).toBe(40)
  })

  it('with all faults of the form at once', async () => {
    const catalog = await openShop()
    const error = await attempt(catalog, {
      recipient: { name: 'H', phone: '12', province: '66', commune: '', street: '' },
    })
    expect(error.issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'name tooShort',
      'phone notPhone',
      'commune required',
      'street required',
    ])
  })

  it('naming each line whose quantity is none', async () => {
    const error = await attempt(await openShop(), { cart: cart(['CF-250', 1.5], ['HONEY', 1], ['CF-500', 0]) })
    expect(error.issues.map(({ path, code }) => `${path} ${code}`)).toEqual(['cart.0 notInteger', 'cart.2 tooSmall'])
  })

  it('when the commune lies in another province', async () => {
    const error = await attempt(await openShop(), { recipient: recipient({ province: '80' }) })
    expect(error.issues).toMatchObject([{ path: 'commune', code: 'notInProvince' }])
  })
})

describe('a repeated request', () => {
  const request = { cart: cart(['HONEY', 1]), recipient: recipient(), idempotencyKey: 'pressed-twice', adult: false }

  it('is the same order, also when both arrive at once', async () => {
    const catalog = await openShop()
    const [first, second] = await Promise.all([catalog.placeOrder(request), catalog.placeOrder(request)])
    expect(second.order.id).toBe(first.order.id)
    expect([first.created, second.created].filter(Boolean)).toHaveLength(1)
    expect((await catalog.placeOrder(request)).order.id).toBe(first.order.id)
    expect(catalog.state.stockOf('HONEY')).toBe(1)
    expect(figuresOf(catalog).transactions).toBe(1)
  })

  it('with other contents under the same key is refused', async () => {
    const catalog = await openShop()
    await catalog.placeOrder(request)
    const error = await refusal(catalog.placeOrder({ ...request, cart: cart(['HONEY', 2]) }))
    expect(error.code).toBe('IDEMPOTENCY_MISMATCH')
  })
})

describe('a cancellation', () => {
  const place = (catalog: Catalog) =>
    catalog.placeOrder({
      cart: cart(['CF-500', 2], ['SPIRIT', 1]),
      recipient: recipient(),
      idempotencyKey: newKey(),
      adult: true,
    })

  it('voids the transactions, gives the stock back and keeps both entries in the ledger', async () => {
    const catalog = await openShop()
    const { order } = await place(catalog)
    const cancelled = await catalog.cancelOrder(order.code, '0905123456', 'đặt nhầm')
    expect(cancelled.fulfillments.map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
    expect(figuresOf(catalog)).toEqual({ transactions: 0, orderLines: 0, units: 0, amount: 0 })
    expect(catalog.state.stockOf('CF-500')).toBe(10)
    expect(await catalog.recount()).toEqual({ entries: 4, transactions: 0, differences: [] })
  })

  it('leaves alone what a producer has accepted', async () => {
    const catalog = await openShop()
    const { order } = await place(catalog)
    await catalog.advanceOrder(order.code, 'ea-tu', 'accepted')
    const cancelled = await catalog.cancelOrder(order.code, '0905123456')
    expect(cancelled.fulfillments.map(({ status }) => status)).toEqual(['accepted', 'cancelled'])
    expect(figuresOf(catalog)).toMatchObject({ transactions: 1, amount: 240_000 })
    expect((await refusal(catalog.cancelOrder(order.code, '0905123456'))).code).toBe('NOT_ALLOWED_NOW')
  })

  it('takes back the chosen part alone: its goods, its shipping and its transaction', async () => {
    const catalog = await openShop()
    const { order } = await place(catalog)
    const cancel = (...producers: string[]) => catalog.cancelOrder(order.code, '0905123456', undefined, producers)
    const cancelled = await cancel('go-den')
    expect(cancelled.fulfillments.map(({ status }) => status)).toEqual(['placed', 'cancelled'])
    expect(totalOf(cancelled)).toBe(240_000 + 30_000)
    expect(figuresOf(catalog)).toMatchObject({ transactions: 1, amount: 240_000 })
    expect([catalog.state.stockOf('CF-500'), catalog.state.stockOf('SPIRIT')]).toEqual([8, 5])
    expect((await refusal(cancel('go-den'))).code).toBe('NOT_ALLOWED_NOW')
    expect((await refusal(cancel('nobody'))).code).toBe('NOT_FOUND')
    await catalog.advanceOrder(order.code, 'ea-tu', 'accepted')
    expect((await refusal(cancel('ea-tu'))).code).toBe('NOT_ALLOWED_NOW')
    expect((await catalog.recount()).differences).toEqual([])
  })

  it('takes a reason in a few words, and refuses a novel', async () => {
    const catalog = await openShop()
    const { order } = await place(catalog)
    const error = await refusal(catalog.cancelOrder(order.code, '0905123456', 'x'.repeat(301)))
    expect(error.issues).toMatchObject([{ path: 'reason', code: 'tooLong' }])
    expect(figuresOf(catalog).transactions).toBe(2)
  })

  it('pressed twice at once happens once', async () => {
    const catalog = await openShop()
    const { order } = await place(catalog)
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => catalog.cancelOrder(order.code, '0905123456')))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(catalog.state.stockOf('CF-500')).toBe(10)
    expect(figuresOf(catalog).transactions).toBe(0)
  })
})

it('a producer’s steps follow the order in which things happen', async () => {
  const catalog = await openShop()
  const { order } = await catalog.placeOrder({
    cart: cart(['CF-250', 1]),
    recipient: recipient(),
    idempotencyKey: newKey(),
    adult: false,
  })
  expect((await refusal(catalog.advanceOrder(order.code, 'ea-tu', 'shipped'))).code).toBe('NOT_ALLOWED_NOW')
  for (const status of ['accepted', 'packed', 'shipped', 'delivered'] as const)
    await catalog.advanceOrder(order.code, 'ea-tu', status)
  const delivered = await catalog.findOrder(order.code, '0905123456')
  expect(delivered?.fulfillments[0]?.history.map(({ status }) => status)).toEqual([
    'placed',
    'accepted',
    'packed',
    'shipped',
    'delivered',
  ])
  expect((await refusal(catalog.advanceOrder(order.code, 'go-den', 'accepted'))).code).toBe('NOT_FOUND')
})

it('fifty buyers of ten packs: ten get one, forty are told that it is sold out', async () => {
  const catalog = await openShop()
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () =>
      catalog.placeOrder({ cart: cart(['CF-500', 1]), recipient: recipient(), idempotencyKey: newKey(), adult: false }),
    ),
  )
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refused).toHaveLength(40)
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'OUT_OF_STOCK' })
  expect(catalog.state.stockOf('CF-500')).toBe(0)
  expect(figuresOf(catalog).transactions).toBe(10)
  expect((await catalog.recount()).differences).toEqual([])
})

it('counts to the day in Vietnam on which the order was placed', async () => {
  let now = new Date('2026-11-30T16:59:59Z')
  const catalog = await openShop({ now: () => now })
  const place = () =>
    catalog.placeOrder({ cart: cart(['CF-250', 1]), recipient: recipient(), idempotencyKey: newKey(), adult: false })
  await place()
  now = new Date('2026-11-30T17:00:00Z')
  await place()
  const inMonth = (month: string) =>
    catalog.transactions({ period: parsePeriod(month), province: null, mode: 'asThen' }).total.transactions
  expect([inMonth('2026-11'), inMonth('2026-12')]).toEqual([1, 1])
  expect(NOON < now).toBe(true)
})
