import { writeSync } from 'node:fs'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { placeOrder, stockUp } from './place-order.js'

/** A process that sells without end to eight buyers at once, and writes the id of each order that was confirmed to it. */
const [, , folder = '', round = ''] = process.argv
const store = await openLowdbStore({ folder, onWarning: () => undefined })
if ((await store.load()).stock.size === 0) await stockUp(store, 1_000_000)
writeSync(1, 'open\n')
let next = 0
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (;;) {
      const id = `round-${round}-${(next += 1)}`
      await placeOrder(store, id)
      writeSync(1, `${id}\n`)
    }
  }),
)
