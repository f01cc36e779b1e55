import { randomUUID } from 'node:crypto'
import { Agent, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { workingsOf } from '../../src/site/workings.js'
import { orderByApi } from '../support/api-buyer.js'
import { crowd } from '../support/crowd.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'

const BUYERS = 40
/** So many come at once from one address, again and again, until it counts as one that asks much. */
const [FLOOD, ROUNDS] = [100, 8]

describe.each(MOUNTS)('many who order at the same moment, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop(mount, { trustProxy: 'loopback' })
    await shop.catalog.save({ stock: [{ sku: 'CF-250', quantity: 1000 }] })
    await (await fetch(`${shop.origin}/products/ca-phe-bot`)).text()
  })
  afterAll(() => shop.stop())

  /** In how many turns of the event loop as many orders as there are buyers were answered, all at once. */
  async function turnsOfAnswers(meanwhile: () => void): Promise<number> {
    let turn = 0
    let isOver = false
    const count = (): void => {
      turn += 1
      meanwhile()
      if (!isOver) setImmediate(count)
    }
    count()
    const answeredIn = new Set<number>()
    const note = (request: IncomingMessage, response: ServerResponse): void => {
      if (request.method === 'POST') response.once('finish', () => answeredIn.add(turn))
    }
    shop.server.on('request', note)
    const answers = await Promise.all(
      Array.from({ length: BUYERS }, () => orderByApi(shop.origin, { key: randomUUID(), sku: 'CF-250' })),
    )
    isOver = true
    shop.server.off('request', note)
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(BUYERS).fill(201))
    return answeredIn.size
  }

  it('are taken one in a turn of the event loop while somebody reads, so whoever reads is answered between them', async () => {
    const noted = vi.spyOn(workingsOf(shop.catalog).turns, 'noteReader')
    for (const page of ['products/ca-phe-bot', 'cart']) await (await fetch(`${shop.origin}/${page}`)).text()
    expect(noted).toHaveBeenCalledTimes(2)
    // Whoever reads comes in every turn, however slow the machine is.
    const turns = await turnsOfAnswers(() => workingsOf(shop.catalog).turns.noteReader())
    expect(turns).toBeGreaterThan(BUYERS * 0.9)
  })

  it('are taken some in a turn while nobody reads', async () => {
    await sleep(150)
    expect(await turnsOfAnswers(() => undefined)).toBeLessThan(BUYERS)
  })

  it('are told to come back in a moment when too many wait, in their language, and can go on looking', async () => {
    const leave = crowd(shop.catalog)
    const refused = await orderByApi(shop.origin, { key: 'too-many-1', sku: 'CF-250', lang: 'en' })
    expect(refused).toMatchObject({ status: 503, code: 'BUSY', title: 'Very many people are sending at once' })
    expect(refused.detail).toContain('Nothing was ordered')
    const form = await shop.visitor().post('/checkout', {})
    expect(form.status).toBe(503)
    expect(form.text('h1')).toBe('Đang có rất nhiều người cùng gửi')
    expect(form.response.headers['retry-after']).toBe('3')
    expect(form.response.headers['content-security-policy']).toContain("default-src 'none'")
    expect((await fetch(`${shop.origin}/products/ca-phe-bot`)).status).toBe(200)

    await leave()
    let placed = refused
    while (placed.status === 503) placed = await orderByApi(shop.origin, { key: 'too-many-1', sku: 'CF-250' })
    expect(placed.status).toBe(201)
  })

  it('do not wait for somebody who tries out codes without end', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: FLOOD + 1 })
    const answered: string[] = []
    const lookUp = (address: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const headers = {
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          'x-forwarded-for': address,
        }
        request(`${shop.origin}/orders`, { method: 'POST', agent, headers }, (response) => {
          answered.push(address)
          response.resume().once('end', resolve)
        })
          .once('error', reject)
          .end('{}')
      })
    const allAtOnce = (): Promise<unknown> =>
      Promise.all([...Array.from({ length: FLOOD }, () => lookUp('203.0.113.7')), lookUp('198.51.100.4')])
    for (let round = 0; round < ROUNDS; round += 1) await allAtOnce()
    answered.length = 0
    await allAtOnce()
    expect(answered).toHaveLength(FLOOD + 1)
    expect(answered.indexOf('198.51.100.4')).toBeLessThan(FLOOD / 4)
    agent.destroy()
  })

  it('get their answers when the shop is told to stop while they wait', async () => {
    let asked = 0
    shop.server.on('request', () => (asked += 1))
    const orders = Array.from({ length: BUYERS }, (_, index) =>
      orderByApi(shop.origin, { key: `stopping-${index}`, sku: 'CF-250' }),
    )
    while (asked < BUYERS) await sleep(1)
    shop.server.close()
    const answers = await Promise.all(orders)
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(BUYERS).fill(201))
  })
})
