import { setImmediate as nextTurn } from 'node:timers/promises'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { CatalogError } from '../../catalog/errors.js'
import type { Answer, Begin } from './answer.js'

/** Work for a thread of its own. */
export interface ThreadWork<P = unknown> {
  readonly program: URL
  /** What the program begins with. */
  readonly data: unknown
  /** Sent piece by piece; between the pieces this thread does its other work. */
  readonly pieces?: Iterable<unknown>
  /** Takes over one piece of what the thread hands over ahead of its answer. */
  readonly onPiece?: (piece: P) => void
  /** Memory that the thread may take. */
  readonly heapMb: number
  readonly milliseconds: number
  /** What is said when either is not enough. */
  readonly tooMuch: () => CatalogError
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

function listenTo<T>(
  worker: Worker,
  { milliseconds, tooMuch }: Pick<ThreadWork, 'milliseconds' | 'tooMuch'>,
): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const slow = setTimeout(() => reject(tooMuch()), milliseconds)
    worker.once('message', resolve)
    worker.once('error', (error) => reject(isOutOfMemory(error) ? tooMuch() : error))
    worker.once('exit', () => {
      clearTimeout(slow)
      reject(tooMuch())
    })
  })
}

/**
 * Has work done by a thread that ends with it, within its memory and time: shoppers are served meanwhile, whatever the
 * work is.
 *
 * @throws {CatalogError} `tooMuch` beyond the limits, and what the work itself refuses.
 */
export async function runThread<T, P = unknown>(work: ThreadWork<P>): Promise<T> {
  const { program, data, pieces = [], heapMb } = work
  const { port1: handedOver, port2 } = new MessageChannel()
  const worker = new Worker(program, {
    workerData: { data, pieces: port2 } satisfies Begin,
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
    env: {},
    // What the host loads into its own thread is not for this one.
    execArgv: [],
    stderr: true,
  })
  const answered = listenTo<T>(worker, work)
  // Its fault, if any, is told where the answer is awaited.
  answered.catch(() => undefined)
  try {
    for (const piece of pieces) {
      worker.postMessage(piece)
      await nextTurn()
    }
    const said = await answered
    if ('value' in said) {
      for (let piece = receiveMessageOnPort(handedOver); piece; piece = receiveMessageOnPort(handedOver)) {
        work.onPiece?.(piece.message as P)
        await nextTurn()
      }
      return said.value
    }
    const { code, issues, details } = said.refused
    throw new CatalogError(code, { issues, details })
  } finally {
    handedOver.close()
    await worker.terminate()
  }
}
