import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FairTurns } from '../../src/storefront/limits/fair-turns.js'
import { Served } from '../../src/storefront/limits/served.js'

const WORK_MS = 5
const FLOOD = 150

let server: Server
const order: string[] = []
beforeAll(async () => {
  const app = express().set('trust proxy', true)
  const turns = new FairTurns()
  app.use(turns.note, turns.take, (request, response) => {
    const end = performance.now() + WORK_MS
    while (performance.now() < end);
    order.push(request.ip ?? '')
    response.end()
  })
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

const ask = (address: string): Promise<unknown> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers: { 'x-forwarded-for': address } })

it('who asks little does not wait for a flood from somebody else', async () => {
  const flood = (): Promise<unknown>[] => Array.from({ length: FLOOD }, () => ask('10.0.0.9'))
  // Connections are taken in one after the other: here they are open before.
  await Promise.all([ask('10.0.0.1'), ...flood()])
  await new Promise((resolve) => setTimeout(resolve, 2100))
  order.length = 0
  await Promise.all([...flood(), ask('10.0.0.1')])
  expect(order).toHaveLength(FLOOD + 1)
  expect(order.indexOf('10.0.0.1')).toBeLessThan(FLOOD / 2)
})

it('known visitors who ask little go first, then strangers, then those who ask much; all of it is forgotten', () => {
  const served = new Served()
  served.note('known', 1, 0)
  for (let at = 0; at < 3000; at += 30) served.note('greedy', 100, at)
  const ranks = ['known', 'stranger', 'greedy'].map((address) => served.rank(address, 3000))
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  expect(served.rank('greedy', 120_000)).toBeLessThan(served.rank('stranger', 120_000))
  expect(served.rank('known', 3_600_000)).toBe(served.rank('stranger', 3_600_000))
})
