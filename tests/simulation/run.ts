import { toolOptions } from '../support/tool-options.js'
import { playDay } from './day-of-shopping.js'

const USAGE = `npm run simulate -- [--orders 100000] [--seed 1]

  A day of made-up trade with faults of disk and clock; whatever happens, the laws of the ledger hold at its end.

  --orders  that are sent, before repetitions
  --seed    the same seed gives the same day`

const { number } = toolOptions(USAGE, {
  options: { orders: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
})
const options = { seed: number('seed'), orders: number('orders') }
console.log(
  `A day of ${options.orders} orders, seed ${options.seed}. The same again: npm run simulate -- --orders ${options.orders} --seed ${options.seed}`,
)
const started = performance.now()
const { confirmed, refused, events } = await playDay(options)
console.log(
  `${confirmed} confirmed, ${refused} refused, ${Math.round((performance.now() - started) / 1000)} s. L1 to L10 hold.`,
)
console.log(
  Object.entries(events)
    .map(([event, count]) => `${event}: ${count}`)
    .join(', '),
)
