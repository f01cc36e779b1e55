import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import { ShopProcess } from '../support/shop-process.js'
import { recipient, stockShop } from '../support/shop.js'

const BUYERS = 30

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-stop-'))
  const catalog = await createCatalog({ folder })
  await stockShop(catalog)
  await catalog.save({ stock: [{ sku: 'CF-250', quantity: 100_000 }] })
  await catalog.close()
  await writeFile(join(folder, 'site.json'), JSON.stringify({ trustProxy: 'loopback' }))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let orders = 0

/**
 * An order on a connection of its own, whose body stops in the middle: until the shop has read the head, then until
 * `taken` lets it go on. Status 0 when the shop did not take the connection.
 */
function order(origin: string, taken = (): Promise<unknown> => Promise.resolve()): Promise<number> {
  orders += 1
  const body = JSON.stringify({
    lines: [{ sku: 'CF-250', quantity: 1 }],
    recipient: { ...recipient(), phone: `0905${String(200_000 + orders)}` },
  })
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      expect: '100-continue',
      'idempotency-key': `stop-order-${orders}`,
      'x-forwarded-for': `10.9.${orders >> 8}.${orders & 255}`,
    }
    const sent = ask(`${origin}/api/v1/orders`, { method: 'POST', headers, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', () => resolve(0))
    sent.on('continue', () => {
      sent.write(body.slice(0, 50))
      void taken().then(() => sent.end(body.slice(50)))
    })
    sent.flushHeaders()
  })
}

describe('A shop that is told to stop in the middle of trade', () => {
  it('answers every order that it took, even one still on its way, and keeps exactly those', async () => {
    const shop = await ShopProcess.start(folder)
    const statuses: number[] = []
    let isTrading = true
    const buyers = Array.from({ length: BUYERS }, async () => {
      while (isTrading) {
        const status = await order(shop.origin)
        statuses.push(status)
        isTrading &&= status !== 0
      }
    })
    while (statuses.length <= BUYERS) await sleep(20)
    let sendRest = (): void => undefined
    let slow = Promise.resolve(0)
    await new Promise<void>((isTaken) => {
      slow = order(shop.origin, () => {
        isTaken()
        return new Promise<void>((resolve) => (sendRest = resolve))
      })
    })
    const ended = shop.end('SIGTERM')
    await sleep(1200)
    sendRest()
    expect(await slow).toBe(201)
    await ended
    await Promise.all(buyers)
    expect(shop.child.exitCode).toBe(0)
    const taken = statuses.filter((status) => status === 201).length
    expect(taken).toBeGreaterThan(BUYERS)
    expect(statuses.filter((status) => status !== 201 && status !== 0)).toEqual([])
    expect((await verifyFolder(folder)).orders).toBe(taken + 1)
  })

  it('tells the load balancer first and goes on answering for as long as it was told to', async () => {
    const shop = await ShopProcess.start(folder, {}, '0', ['--drain', '8'])
    const ready = async () => {
      const answer = await fetch(`${shop.origin}/readyz`)
      return [answer.status, await answer.json()] as const
    }
    expect(await ready()).toEqual([200, { ready: true, stopping: false, takesOrders: true }])
    const ended = shop.end('SIGTERM')
    await expect.poll(ready).toEqual([503, { ready: false, stopping: true, takesOrders: true }])
    expect((await fetch(`${shop.origin}/products`)).status).toBe(200)
    await ended
    expect(shop.child.exitCode).toBe(0)
  })
})
