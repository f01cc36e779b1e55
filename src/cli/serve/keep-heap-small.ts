import { setFlagsFromString } from 'node:v8'

/** By so many percent the heap may grow before V8 looks what of it can be let go; 0 leaves it to V8. */
const setGrowth = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`)

/**
 * Has V8 collect more often from here until the function is called that it gives back. A start makes much that it lets go of
 * at once, and what the heap has grown to by then is hardly given back to the system.
 */
export function keepHeapSmall(): () => void {
  setGrowth(20)
  return () => setGrowth(0)
}
