import { once } from 'node:events'
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Membership } from '../../src/catalog/account.js'
import { acceptInvitation, PASSWORD } from '../http/signed-in.js'
import { openShop } from '../support/shop.js'
import { HANH } from '../support/trade.js'
import { runShop, type RunningShop } from '../http/trade-shop.js'

/** No machine takes so much in between two looks. */
const LONG = Buffer.alloc(60_000_000, 'a')
/** Long, and not sent before it is known who is held. */
const LATER = Buffer.alloc(100_000, 'a')
const FORM = 'sku=CF-250&quantity=1&action=add'
const IN_ONE = (body: Buffer | string) => ({ 'content-length': String(body.length) })
const IN_PARTS = { 'transfer-encoding': 'chunked' }

const OWNER: Membership = { front: 'producer', role: 'owner', producerId: 'ea-tu' as never }

let shop: RunningShop
beforeAll(async () => {
  shop = await runShop('', { catalog: await openShop() })
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(() => shop.stop())

const begin = (headers: Record<string, string>, agent = new Agent()): ClientRequest =>
  request(`${shop.origin}/cart`, {
    method: 'POST',
    agent,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
  })

async function answerTo(sent: ClientRequest): Promise<number> {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  await once(answer.resume(), 'end')
  return answer.statusCode ?? 0
}

async function post(body: Buffer | string, headers: Record<string, string>, agent = new Agent()): Promise<number> {
  const sent = begin(headers, agent)
  sent.end(body)
  return answerTo(sent)
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

/** Somebody with a password, signed in; the cookie of the session. */
async function cookieOf(phone: string, memberships: readonly Membership[]): Promise<string> {
  await acceptInvitation(shop.visitor(), shop.catalog, { name: 'Y Thu Niê', phone, memberships })
  const who = { identifier: phone, password: PASSWORD, address: '192.0.2.1', userAgent: '' }
  return `session=${(await shop.catalog.accounts.signIn.signIn(who)).token}`
}

it('who works here does not wait for a flood of strangers; a session that anybody may open is no sign of that', async () => {
  const added = await shop.catalog.apiKeys.add(HANH, { name: 'Kho', scopes: ['goods:write'], membership: OWNER })
  const visitors = {
    stranger: {},
    shopper: { cookie: await cookieOf('0905 777 888', []) },
    owner: { cookie: await cookieOf('0905 333 444', [OWNER]) },
    program: { authorization: `Bearer ${added.key}` },
  }
  const flood = begin(IN_ONE(LONG))
  const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
  flood.write(LONG)
  const connections = new Map<number, Socket>()
  shop.server.on('connection', (socket: Socket) => connections.set(socket.remotePort ?? 0, socket))
  const begun = Object.values(visitors).map((headers) => begin({ ...IN_ONE(LATER), ...headers }))
  for (const sent of begun) {
    sent.flushHeaders()
    if (!sent.socket) await once(sent, 'socket')
    if (sent.socket?.connecting) await once(sent.socket, 'connect')
  }
  const held = (): (boolean | undefined)[] =>
    begun.map((sent) => connections.get(sent.socket?.localPort ?? 0)?.isPaused())
  await expect.poll(held).toEqual([true, true, false, false])
  clock.mockRestore()
  flood.end()
  for (const sent of begun) sent.end(LATER)
  expect(await Promise.all([flood, ...begun].map(answerTo))).toEqual([413, 413, 413, 413, 413])
})
