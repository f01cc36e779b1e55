import { parseArgs } from 'node:util'
import { playDay } from './day-of-shopping.js'

const { values } = parseArgs({
  options: { orders: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
})
const options = { seed: Number(values.seed), orders: Number(values.orders) }
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
