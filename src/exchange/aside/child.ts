import { Worker } from 'node:worker_threads'
import type { Said } from './said.js'

/**
 * Where every process of its own begins: loads the program that it was started for. It ends with the one who started it
 * and at its limit: while it is busy it hears nobody, so that a thread beside it has to end it. What counts is the time of
 * a processor: on a slow or busy server an honest file takes longer, but no more of it. The time on the clock is counted
 * too, for the threads of Node's own beside it take time of other processors.
 */
process.once('disconnect', () => process.exit())
const [, , program, milliseconds, longest] = process.argv
const WATCH = `
  setInterval(() => {
    const { user, system } = process.cpuUsage()
    const elapsed = performance.now()
    if (Math.min((user + system) / 1000, elapsed) > ${Number(milliseconds)} || elapsed > ${Number(longest)})
      process.kill(process.pid, 'SIGKILL')
  }, 100)`
new Worker(WATCH, { eval: true }).unref()
try {
  await import(program as string)
} catch (error) {
  process.send?.({ failed: String(error) } satisfies Said)
}
