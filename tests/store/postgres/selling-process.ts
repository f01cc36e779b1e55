import { openPostgresStore } from '../../../src/store/postgres/index.js'
import { tally } from '../../../src/testing/scene.js'
import { placeOrder } from '../../faults/place-order.js'

/** A process in which fifty buyers want two units each, all at once; writes how often each outcome came. */
const [, , url = '', name = ''] = process.argv
const store = await openPostgresStore({ url, onWarning: () => undefined })
const buyers = Array.from({ length: 50 }, (_, index) => placeOrder(store, `${name}-${index}`))
console.log(JSON.stringify(await tally(buyers)))
await store.close()
