import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.js'
import { startFuzzShop } from './fuzz-shop.js'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    inputs: { type: 'string', default: '20000' },
    /** An answer that takes longer, twice, is a fault. */
    slow: { type: 'string', default: '1000' },
    /** Ends early after so many. */
    seconds: { type: 'string', default: '3600' },
    doors: { type: 'boolean', default: false },
  },
})

const shop = await startFuzzShop()
shop.server.process.stderr?.pipe(process.stderr)
try {
  const plan = {
    seed: Number(values.seed),
    inputs: Number(values.inputs),
    slow: Number(values.slow),
    seconds: Number(values.seconds),
  }
  const { doors, faults, seconds } = await fuzz(shop, plan)
  const rows = [...doors].toSorted(([, a], [, b]) => b.slowest - a.slowest)
  const sum = (of: 'inputs' | 'refused') => rows.reduce((total, [, tally]) => total + tally[of], 0)
  for (const [door, { inputs, refused, slowest }] of values.doors ? rows : rows.slice(0, 10))
    console.log(`${door.padEnd(52)} ${inputs} inputs, ${refused} refused, slowest ${Math.round(slowest)} ms`)
  console.log(
    `seed ${plan.seed}: ${sum('inputs')} inputs at ${rows.length} doors in ${Math.round(seconds)} s, ${sum('refused')} refused, ` +
      `slowest ${Math.round(rows[0]?.[1].slowest ?? 0)} ms, ${faults.length} faults`,
  )
  for (const { door, role, what, request } of faults) console.log(`\nFAULT at ${door} (${role}): ${what}\n  ${request}`)
  process.exitCode = faults.length > 0 ? 1 : 0
} finally {
  await shop.server.stop()
}
