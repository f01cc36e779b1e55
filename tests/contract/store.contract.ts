import { afterEach, describe } from 'vitest'
import { CatalogState } from '../../src/catalog/state.js'
import type { Committed, Store } from '../../src/catalog/store.js'
import { describeAudit } from './audit.js'
import { describeCommits } from './commits.js'
import { describeLedger } from './ledger.js'
import { describeOrderLists } from './order-lists.js'
import { describeOrders } from './orders.js'
import { describeReopening } from './reopening.js'
import { describeStock } from './stock.js'
import { describeUniqueness } from './uniqueness.js'
import { describeWatching } from './watching.js'
import { registrar, type Skip } from './registrar.js'
import type { OpenedStore, OpenFresh, Scene } from './scene.js'

/**
 * The promises of the `Store` port, as tests. Every adapter runs them:
 *
 *     describeStore('my store', async () => ({ store: await openMyStore(emptyPlace()) }))
 *
 * `open` is called once for each test. A test that an adapter cannot pass is named in `skip` with the reason; it is
 * then reported as not tested, with that reason.
 */
export function describeStore(
  name: string,
  open: () => Promise<OpenedStore>,
  options: { readonly skip?: readonly Skip[] } = {},
): void {
  describe(`${name} keeps the promises of a store:`, () => {
    const opened: Store[] = []
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close()
    })

    async function follow(store: Store, openAgain?: () => Promise<Store>): Promise<Scene> {
      opened.push(store)
      const state = new CatalogState(await store.load())
      const announced: Committed[] = []
      store.watch((committed) => {
        state.apply(committed)
        announced.push(committed)
      })
      async function reopen(): Promise<Scene> {
        if (!openAgain) throw new Error('This store cannot be opened again: name the test in `skip`.')
        await store.close()
        return follow(await openAgain(), openAgain)
      }
      return { store, state, announced, reopen }
    }
    const openFresh: OpenFresh = async () => {
      const { store, reopen } = await open()
      return follow(store, reopen)
    }

    const { test, checkSkips } = registrar(options.skip ?? [])
    describeCommits(test, openFresh)
    describeUniqueness(test, openFresh)
    describeStock(test, openFresh)
    describeWatching(test, openFresh)
    describeOrders(test, openFresh)
    describeOrderLists(test, openFresh)
    describeLedger(test, openFresh)
    describeAudit(test, openFresh)
    describeReopening(test, openFresh)
    checkSkips()
  })
}
