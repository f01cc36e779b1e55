import { openLowdbStore } from '../built.js'
import { rateOf } from '../store/closed-loop.js'
import { madeUpCommit, SKU } from '../store/made-up-commit.js'

/** Takes so many orders into a folder, tells how many a second in each tenth, and dies without closing: `fill.ts <folder> <orders>`. */
const [, , folder = '', orders = '0'] = process.argv
const store = await openLowdbStore({ folder })
const { stock } = await store.load()
if (!stock.has(SKU as never))
  await store.commit({ stock: [{ sku: SKU as never, quantity: 1e12, reason: 'adjustment' }] })
const rates: number[] = []
for (let tenth = 0; tenth < 10; tenth += 1)
  rates.push(await rateOf(Number(orders) / 10, 50, () => store.commit(madeUpCommit())))
process.send?.(rates, () => process.kill(process.pid, 'SIGKILL'))
