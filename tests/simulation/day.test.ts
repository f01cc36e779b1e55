import { describe, expect, it } from 'vitest'
import { playDay } from './day-of-shopping.js'

describe('a simulated day of shopping, with a disk that fails, fills up and loses its power,', () => {
  it.each([1, 2, 4])('ends with L1 to L10 intact (seed %i)', async (seed) => {
    const { confirmed, events } = await playDay({ seed, orders: 2000 })
    expect(confirmed).toBeGreaterThan(500)
    expect(events['power cut']).toBeGreaterThan(0)
    expect(events['STORE_UNAVAILABLE']).toBeGreaterThan(0)
  })

  it('is the same day again with the same seed', async () => {
    const options = { seed: 7, orders: 600 }
    expect(await playDay(options)).toEqual(await playDay(options))
  })
})
