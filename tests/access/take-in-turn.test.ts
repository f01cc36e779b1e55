import { expect, it, onTestFinished, vi } from 'vitest'
import { TakeInTurn } from '../../src/access/take-in-turn.js'

const BUSY = { reason: { code: 'SIGN_INS_WAITING', status: 503, details: { seconds: 5 } } }
const isServed = ({ status }: PromiseSettledResult<unknown>): boolean => status === 'fulfilled'

it('heavy work has two places and a short queue; who would wait too long is told to come again', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const turns = new TakeInTurn(2, 4, 60)
  let [running, most] = [0, 0]
  const work = async (): Promise<void> => {
    most = Math.max(most, (running += 1))
    await new Promise((resolve) => setTimeout(resolve, 40))
    running -= 1
  }
  const taken = Promise.allSettled(Array.from({ length: 10 }, () => turns.run(work)))
  await vi.runAllTimersAsync()
  const outcomes = await taken
  expect(most).toBe(2)
  // Two at once, two after them; the next two have waited too long, and four found the queue full.
  expect(outcomes.map(isServed)).toEqual([true, true, true, true, ...Array<boolean>(6).fill(false)])
  for (const outcome of outcomes.filter((one) => !isServed(one))) expect(outcome).toMatchObject(BUSY)
  await expect(turns.run(() => Promise.reject(new Error('wrong')))).rejects.toThrow('wrong')
  await expect(turns.run(() => Promise.resolve('free again'))).resolves.toBe('free again')
})
