import { Worker } from 'node:worker_threads'
import type { Said } from './said.js'

/**
 * Where every process of its own begins: loads the program that it was started for. It ends with the one who started it,
 * at the latest some time after its limit: while it is busy it hears nobody, so that a thread beside it has to end it.
 */
process.once('disconnect', () => process.exit())
new Worker(`setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${Number(process.argv[3])})`, { eval: true }).unref()
try {
  await import(process.argv[2] as string)
} catch (error) {
  process.send?.({ failed: String(error) } satisfies Said)
}
