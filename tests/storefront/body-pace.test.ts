import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { openShop } from '../support/shop.js'
import { runShop, type RunningShop } from '../http/trade-shop.js'

/** No machine takes so much in between two looks. */
const LONG = Buffer.alloc(60_000_000, 'a')
const FORM = 'sku=CF-250&quantity=1&action=add'
const IN_ONE = (body: Buffer | string) => ({ 'content-length': String(body.length) })
const IN_PARTS = { 'transfer-encoding': 'chunked' }

let shop: RunningShop
beforeAll(async () => {
  shop = await runShop('', { catalog: await openShop() })
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(() => shop.stop())

async function post(body: Buffer | string, headers: Record<string, string>, agent = new Agent()): Promise<number> {
  const sent = request(`${shop.origin}/cart`, {
    method: 'POST',
    agent,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
  })
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  await once(answer.resume(), 'end')
  return answer.statusCode ?? 0
}

it('a flood of long bodies waits for itself, whatever it is sent in, and forms do not wait for it', async () => {
  // A clock that stands still: whatever is long comes before its time.
  const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
  const refused: number[] = []
  const flood = [IN_ONE(LONG), IN_PARTS].map(async (headers) => refused.push(await post(LONG, headers)))
  await sleep(500)
  // One after the other on the same connection, as a browser or a proxy sends them.
  const browser = new Agent({ keepAlive: true, maxSockets: 1 })
  for (const headers of [IN_ONE(FORM), IN_PARTS, IN_ONE(FORM)]) expect(await post(FORM, headers, browser)).toBe(303)
  expect(refused).toEqual([])
  clock.mockRestore()
  await Promise.all(flood)
  expect(refused).toEqual([413, 413])
  browser.destroy()
})
