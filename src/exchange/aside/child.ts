import type { Said } from './said.js'

/** Where every process of its own begins: loads the program that it was started for, and ends with the one who started it. */
process.once('disconnect', () => process.exit())
try {
  await import(process.argv[2] as string)
} catch (error) {
  process.send?.({ failed: String(error) } satisfies Said)
}
