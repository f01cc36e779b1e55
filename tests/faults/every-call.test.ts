import { describe, expect, it } from 'vitest'
import { nodeFiles } from '../../src/store/disk/files.js'
import { newFolder } from '../store/folder.js'
import { countWhile } from './count-while.js'
import { FaultyFiles, type Fate } from './faulty-files.js'
import { expectIntact, trade } from './trade.js'

/** Trades on a disk with this fate; true when a call was left to fail. */
async function tradeAndCheck(fate: Fate): Promise<boolean> {
  let failed = ''
  const files = new FaultyFiles(nodeFiles, (call, operation) => {
    const fault = fate(call, operation)
    if (fault !== null) failed ||= `${operation} (call ${call})`
    return fault
  })
  const folder = await newFolder()
  const outcomes = await trade(folder, files)
  try {
    await expectIntact(folder, outcomes, outcomes.uncertain)
    expect(files.leftOpen.size).toBe(0)
  } catch (error) {
    throw new Error(`after the failure of ${failed || 'nothing'}`, { cause: error })
  }
  return failed !== ''
}

/** Trades on ever new disks, each failing one call later, until no call is left to fail; gives back how many there were. */
const forEveryCall = (fateOf: (failing: number) => Fate): Promise<number> =>
  countWhile((failing) => tradeAndCheck(fateOf(failing)))

describe('a disk on which calls fail loses no confirmed order and keeps no refused one:', () => {
  it('each single call fails once, without having done anything', async () => {
    expect(await forEveryCall((failing) => (call) => (call === failing ? 'before' : null))).toBeGreaterThan(100)
  })

  it('each single call does its work, and reports a failure all the same', async () => {
    expect(await forEveryCall((failing) => (call) => (call === failing ? 'after' : null))).toBeGreaterThan(100)
  })

  it('each single write fails once, half of it done', async () => {
    const calls = await forEveryCall((failing) => {
      let writes = 0
      return (_, operation) => (operation === 'write' && (writes += 1) === failing ? 'halfway' : null)
    })
    expect(calls).toBeGreaterThan(10)
  })

  it('each two calls in a row fail: the write, say, and the cut that was to take it back', async () => {
    await forEveryCall((failing) => (call) => (call === failing || call === failing + 1 ? 'halfway' : null))
  })

  it('from each single call on, nothing works any more', async () => {
    await forEveryCall((failing) => (call) => (call >= failing ? 'halfway' : null))
  })
})
