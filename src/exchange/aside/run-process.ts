import { fork, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { CatalogError } from '../../catalog/errors.js'
import type { Said } from './said.js'

/** Work for a process of its own. */
export interface ProcessWork<P = unknown> {
  readonly program: URL
  /** What the program begins with. */
  readonly data: unknown
  /** Sent piece by piece; between the pieces this process does its other work. */
  readonly pieces?: Iterable<unknown>
  /** Takes over one piece of what the process hands over ahead of its answer. */
  readonly onPiece?: (piece: P) => void
  /** Memory that the process may take for its objects. */
  readonly heapMb: number
  /** Time of a processor that it may take; on the clock it may take {@link PATIENCE} times as long. */
  readonly milliseconds: number
  /** What is said when either is not enough. */
  readonly tooMuch: () => CatalogError
}

/** A server that has this many times as much to do as it can do still reads what an idle one reads. */
const PATIENCE = 4

const CHILD = new URL('./child.js', import.meta.url)

function listenTo<T, P>(child: ChildProcess, { milliseconds, tooMuch, onPiece }: ProcessWork<P>): Promise<T> {
  return new Promise((resolve, reject) => {
    const slow = setTimeout(() => {
      reject(tooMuch())
      // Whoever still sends to it must not wait for a process that does not listen.
      child.kill('SIGKILL')
    }, PATIENCE * milliseconds)
    child.on('message', (said: Said) => {
      if ('piece' in said) onPiece?.(said.piece as P)
      else if ('value' in said) resolve(said.value as T)
      else if ('failed' in said) reject(new Error(said.failed))
      else reject(new CatalogError(said.refused.code, said.refused))
    })
    child.on('error', reject)
    // One that ran out of memory or time is ended before it can say so. All that it said has arrived by then.
    child.once('disconnect', () => {
      clearTimeout(slow)
      reject(tooMuch())
    })
  })
}

/** Resolves when it is on its way, and when the child is gone: that is told where the answer is awaited. */
const sendTo = (child: ChildProcess, message: unknown): Promise<void> =>
  new Promise((resolve) => {
    if (child.connected) child.send(message as object, () => resolve())
    else resolve()
  })

/** What Node itself may need to start. */
const KEPT: ReadonlySet<string> = new Set(['TZ', 'LD_LIBRARY_PATH', 'SystemRoot'])

/**
 * Has work done by a process that ends with it, within its memory and time: shoppers are served meanwhile, whatever the
 * work is. A process and not a thread: Node 24 ends the whole program when a thread runs out of its memory.
 *
 * @throws {CatalogError} `tooMuch` beyond the limits, and what the work itself refuses.
 */
export async function runProcess<T, P = unknown>(work: ProcessWork<P>): Promise<T> {
  const { program, milliseconds } = work
  const child = fork(CHILD, [program.href, String(milliseconds), String(2 * PATIENCE * milliseconds)], {
    serialization: 'advanced',
    // Neither what the host loads into its own process nor what its environment keeps is for this one.
    // Of the four threads that Node would have beside its own it has one: they want processors that shoppers need.
    execArgv: [`--max-old-space-size=${work.heapMb}`, '--v8-pool-size=1'],
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT.has(name))),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // Where there is not a processor for each, shoppers are served first. On Linux each thread has a priority of its own and
  // those that the process begins take over its: it is set before there are any.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  const answered = listenTo<T, P>(child, work)
  // Its fault, if any, is told where the answer is awaited.
  answered.catch(() => undefined)
  try {
    await sendTo(child, { data: work.data })
    for (const piece of work.pieces ?? []) {
      if (!child.connected) break
      await sendTo(child, piece)
      await nextTurn()
    }
    return await answered
  } finally {
    child.kill('SIGKILL')
  }
}
