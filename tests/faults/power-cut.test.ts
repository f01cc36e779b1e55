import { describe, expect, it } from 'vitest'
import { nodeFiles } from '../../src/store/disk/files.js'
import { newFolder } from '../store/folder.js'
import { countWhile } from './count-while.js'
import { PowerCutFiles, REMAINS } from './power-cut-files.js'
import { expectIntact, trade } from './trade.js'

/** Trades until the power is cut at a call; false when there was no such call any more. */
async function tradeUntilDark(diesAt: number): Promise<boolean> {
  const folder = await newFolder()
  const files = new PowerCutFiles(nodeFiles, diesAt)
  const outcomes = await trade(folder, files)
  if (!files.isDead) expect(outcomes.confirmed).toHaveLength(8)
  for (const remains of REMAINS) {
    const left = await newFolder()
    await files.leave(folder, left, remains)
    try {
      await expectIntact(left, outcomes, [...outcomes.refused, ...outcomes.uncertain])
    } catch (error) {
      throw new Error(`after a power cut at call ${diesAt}; there remains: ${remains}`, { cause: error })
    }
  }
  return files.isDead
}

describe('when the power is cut', () => {
  it('at every single call: what was not synced may vanish, whole or in part, but no confirmed order does', async () => {
    expect(await countWhile(tradeUntilDark)).toBeGreaterThan(50)
  })
})
