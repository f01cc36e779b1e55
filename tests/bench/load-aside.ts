import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Demand, Limit, Load } from './load.js'

const PROGRAM = fileURLToPath(new URL('./programs/load.ts', import.meta.url))

/** The same as `load`, from a process of its own: what another load of the bench does keeps none of its requests waiting. */
export async function loadAside(origin: string, demand: Demand, limit: Limit): Promise<Load> {
  const child = fork(PROGRAM, { serialization: 'advanced' })
  child.send({ origin, demand, limit })
  const [outcome] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The load ended with ${String(code)}.`))),
  ])) as [Load]
  child.disconnect()
  return outcome
}
