import assert from 'node:assert/strict'
import { perSpan, type ThrottleRule } from '../catalog/ports/throttle.js'
import type { Test } from './registrar.js'
import type { OpenFresh } from './scene.js'

const NOW = Date.parse('2026-03-01T05:00:00Z')
const after = (milliseconds: number): Date => new Date(NOW + milliseconds)
const GROWING: ThrottleRule = { free: 2, firstWait: 1000, longestWait: 3000, forget: 60_000, since: 'last' }

export function describeThrottle(test: Test, open: OpenFresh): void {
  test('of so many tries in a span of time the rest wait until it ends', async () => {
    const { throttle } = (await open()).store
    const key = { name: 'orders 10.0.0.1', rule: perSpan(3, 60_000) }
    for (const count of [1, 2, 3]) {
      const { isTaken, tried } = await throttle.take([key], after(count))
      assert.deepEqual([isTaken, tried[0]?.count], [true, count])
    }
    const refused = await throttle.take([key], after(20_000))
    assert.deepEqual([refused.isTaken, refused.wait, refused.tried[0]?.count], [false, 40_001, 3])
    assert.ok((await throttle.take([{ ...key, name: 'orders 10.0.0.2' }], after(20_000))).isTaken)
    const later = await throttle.take([key], after(60_001))
    assert.deepEqual([later.isTaken, later.tried[0]?.count], [true, 1])
  })

  test('the wait after further tries doubles up to the longest, and all is forgotten some time after the last', async () => {
    const { throttle } = (await open()).store
    const key = { name: 'account a', rule: GROWING }
    const waits: number[] = []
    let at = 0
    for (let tries = 0; tries < 5; tries += 1) {
      assert.ok((await throttle.take([key], after(at))).isTaken)
      // The second try is free as well; each one after it comes when the wait is over.
      const { isTaken, wait } = tries === 0 ? { isTaken: true, wait: 0 } : await throttle.take([key], after(at))
      assert.equal(isTaken, tries === 0)
      if (tries > 0) waits.push(wait)
      at += wait
    }
    assert.deepEqual(waits, [1000, 2000, 3000, 3000])
    assert.equal((await throttle.take([key], after(at + 60_000))).tried[0]?.count, 1)
  })

  test('tries that were counted before the clock was set back are forgotten; a clock that differs a little counts on', async () => {
    const { throttle } = (await open()).store
    const key = { name: 'account b', rule: { ...GROWING, longestWait: 900_000, forget: 3_600_000 } }
    const DAYS = 3 * 24 * 3_600_000
    for (const ahead of [DAYS, DAYS, DAYS + 1000]) await throttle.take([key], after(ahead))
    const other = await throttle.take([key], after(DAYS - 60_000))
    assert.deepEqual([other.isTaken, other.wait], [false, 63_000])
    const back = await throttle.take([key], after(0))
    assert.deepEqual([back.isTaken, back.tried[0]?.count], [true, 1])
  })

  test('tries are counted before they are made: of many at the same time no more are taken', async () => {
    const { throttle } = (await open()).store
    const key = { name: 'look-ups 10.0.0.1', rule: perSpan(5, 60_000) }
    const taken = await Promise.all(Array.from({ length: 20 }, () => throttle.take([key], after(0))))
    assert.equal(taken.filter(({ isTaken }) => isTaken).length, 5)
  })

  test('a try under several names is counted under all of them or, when one has to wait, under none', async () => {
    const { throttle } = (await open()).store
    const [account, address] = [
      { name: 'account a', rule: perSpan(1, 60_000) },
      { name: 'address b', rule: perSpan(9, 60_000) },
    ]
    assert.ok((await throttle.take([account, address], after(0))).isTaken)
    const refused = await throttle.take([address, account], after(0))
    assert.deepEqual([refused.isTaken, refused.tried.map(({ count }) => count)], [false, [1, 1]])
    assert.equal((await throttle.take([address], after(0))).tried[0]?.count, 2)
  })

  test('what turned out right is given back, one try or all of them', async () => {
    const { throttle } = (await open()).store
    const key = { name: 'look-ups 10.0.0.1', rule: perSpan(2, 60_000) }
    await throttle.take([key], after(0))
    await throttle.take([key], after(0))
    assert.equal((await throttle.take([key], after(0))).isTaken, false)
    await throttle.giveBack([key.name, 'nobody'], 'one')
    assert.equal((await throttle.take([key], after(0))).tried[0]?.count, 2)
    await throttle.giveBack([key.name], 'all')
    assert.equal((await throttle.take([key], after(0))).tried[0]?.count, 1)
  })

  test('several tries are counted at once, under any name', async () => {
    const { throttle } = (await open()).store
    for (const name of ['api 10.0.0.1', 'Nguyễn “A”\n\u0000', 'x'.repeat(5000)]) {
      const key = { name, rule: perSpan(10, 60_000) }
      assert.equal((await throttle.take([key], after(0), 7)).tried[0]?.count, 7)
      assert.ok((await throttle.take([key], after(0), 7)).isTaken)
      assert.equal((await throttle.take([key], after(0))).isTaken, false)
    }
  })
}
