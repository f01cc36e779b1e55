import { toolOptions } from '../support/tool-options.js'
import { fuzz } from './fuzz.js'
import { startFuzzShop } from './fuzz-shop.js'

const USAGE = `npm run fuzz -- [--seed 1] [--inputs 20000] [--slow 1000] [--seconds 3600] [--doors]

  Sends made-up input to every door of the built server, as every role.

  --slow     an answer that takes longer, in ms, twice, is a fault
  --seconds  ends early after so many
  --doors    prints every door, not the ten slowest alone`

const { values, number } = toolOptions(USAGE, {
  options: {
    seed: { type: 'string', default: '1' },
    inputs: { type: 'string', default: '20000' },
    slow: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '3600' },
    doors: { type: 'boolean', default: false },
  },
})

const plan = {
  seed: number('seed'),
  inputs: number('inputs'),
  slow: number('slow'),
  seconds: number('seconds'),
}
const shop = await startFuzzShop()
shop.server.process.stderr?.pipe(process.stderr)
try {
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
