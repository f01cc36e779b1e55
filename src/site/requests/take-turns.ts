import { setImmediate as nextTurn } from 'node:timers/promises'

/** Long work gives way to other requests after about this many milliseconds. */
const TURN_MS = 10

/** Runs steps to their end, giving other work of the process its turn between them now and then. */
export async function takeTurns<T>(steps: Generator<void, T>): Promise<T> {
  let end = performance.now() + TURN_MS
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (performance.now() < end) continue
    await nextTurn()
    end = performance.now() + TURN_MS
  }
}
