import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { placeOrder, stockUp } from './place-order.js'

/** A process that sells without end to eight buyers at once, and writes the id of each order that was confirmed to it. */
const [, , folder = '', round = ''] = process.argv
/** Resolves once whoever reads has the line, or will, though this process be killed. */
const tell = (line: string) => new Promise((resolve) => process.stdout.write(`${line}\n`, resolve))
const store = await openLowdbStore({ folder, onWarning: () => undefined })
if ((await store.load()).stock.size === 0) await stockUp(store, 1_000_000)
await tell('open')
let next = 0
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (;;) {
      const id = `round-${round}-${(next += 1)}`
      await placeOrder(store, id)
      await tell(id)
    }
  }),
)
