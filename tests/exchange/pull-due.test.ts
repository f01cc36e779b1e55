import { afterAll, expect, test } from 'vitest'
import { createCatalog, openMemoryStore, type Store } from '../../src/index.js'
import { system } from '../../src/access/actor.js'
import { pullDue } from '../../src/exchange/bundle/pull-due.js'
import { NOON } from '../support/shop.js'
import { Receiver } from '../support/receiver.js'

const SHOP = system('ocop serve')
const HOUR = 3_600_000
const receiver = await Receiver.open()
afterAll(() => receiver.close())

test('of two processes one asks a source, once an hour; what went wrong stays with it', async () => {
  let now = NOON
  const open = (store: Store) => createCatalog({ store, clock: () => now, insideHosts: ['127.0.0.1'] })
  const store = openMemoryStore()
  const [first, second] = [await open(store), await open(store)]
  const key = { kty: 'OKP', crv: 'Ed25519', x: 'x'.repeat(43), kid: 'k'.repeat(43) } as const
  const site = receiver.url.replace('/hook', '')
  await first.exchange.accept(SHOP, { id: 'daklak', name: 'Đắk Lắk', site, keys: [key] })
  await first.exchange.accept(SHOP, { id: 'inside', name: 'Inside', site: 'https://10.0.0.1', keys: [key] })
  await first.exchange.accept(SHOP, { id: 'off', name: 'Off', site: `${site}/off`, keys: [key], status: 'off' })
  const both = () => Promise.all([first, second].map((catalog) => pullDue(catalog, SHOP, HOUR)))
  receiver.answer = 500
  await both()
  await both()
  expect(receiver.received).toHaveLength(1)
  const failures = () => second.exchange.sources().map(({ id, failure }) => [id, failure?.why])
  expect(failures()).toEqual([
    ['daklak', expect.stringContaining('HTTP 500')],
    ['inside', expect.stringContaining('mạng nội bộ')],
    ['off', undefined],
  ])
  // A process that begins anew goes by what is kept; an hour later it is time again.
  await pullDue(await open(store), SHOP, HOUR)
  expect(receiver.received).toHaveLength(1)
  now = new Date(now.getTime() + HOUR)
  await both()
  expect(receiver.received).toHaveLength(2)

  // A shop that closes gives up what is under way and blames nobody.
  now = new Date(now.getTime() + HOUR)
  receiver.answer = null
  await first.exchange.noteFailure('daklak', null)
  const stop = new AbortController()
  const asking = pullDue(first, SHOP, HOUR, stop.signal)
  await expect.poll(() => receiver.received.length).toBe(3)
  stop.abort()
  await asking
  expect(failures()[0]).toEqual(['daklak', undefined])
})
