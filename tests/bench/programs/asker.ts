import { constants, setPriority } from 'node:os'
import { fetchAnswer } from '../answers.js'
import { receiveSetup } from './listen.js'

/** Asks for heavy work again as soon as it is done, until it is told to stop. */
export interface Setup {
  readonly origin: string
  /** Where it is asked for, and made anew each time. */
  readonly path: string
}

/** What was done meanwhile. */
export interface Work {
  /** Of the first, in milliseconds. */
  readonly took: number
  readonly times: number
}

// Whoever asks brings processors of their own: here they get what the shop leaves.
setPriority(constants.priority.PRIORITY_LOW)

const { origin, path } = await receiveSetup<Setup>()
const end = new AbortController()
process.once('message', () => end.abort())
const started = performance.now()
let [took, times] = [0, 0]
while (!end.signal.aborted) {
  await fetchAnswer(`${origin}${path}`, 'gzip, deflate, br')
  took ||= performance.now() - started
  times += 1
}
process.send?.({ took, times } satisfies Work)
process.disconnect()
