import { afterAll, beforeAll, expect, it } from 'vitest'
import { fuzz } from './fuzz.js'
import { startFuzzShop, type FuzzShop } from './fuzz-shop.js'
import { PATIENCE_MS } from '../support/patience.js'

let shop: FuzzShop
beforeAll(async () => {
  shop = await startFuzzShop()
})
afterAll(() => shop.server.stop())

it('Hostile requests at every door, from everybody who may come, break nothing and bring nothing to light', async () => {
  // How fast it answers depends on the machine that runs the tests; `npm run fuzz` takes a second for slow.
  const { faults, doors } = await fuzz(shop, { seed: 7, inputs: 2500, slow: PATIENCE_MS })
  expect(faults).toEqual([])
  expect(doors.size).toBeGreaterThan(200)
  expect((await fetch(`${shop.server.origin}/healthz`)).status).toBe(200)
})
