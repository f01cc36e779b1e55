/**
 * ocop-catalog/testing: the promises of the `Store` port, as tests that the author of a store runs on it. The functions
 * of the test framework are handed in, those of vitest as well as those of `node:test`:
 *
 *     import { afterEach, describe, it } from 'node:test'
 *     import { describeStore } from 'ocop-catalog/testing'
 *
 *     describeStore({ describe, it, afterEach }, 'my store', async () => ({ store: await openMyStore(emptyPlace()) }))
 *
 * @module
 */
import { CatalogState } from '../catalog/state.js'
import type { Committed, Store } from '../catalog/store.js'
import { describeAudit } from './audit.js'
import { describeCommits } from './commits.js'
import { describeLedger } from './ledger.js'
import { describeOrderLists } from './order-lists.js'
import { describeOrders } from './orders.js'
import { describeReopening } from './reopening.js'
import { describeSentFiles } from './sent-files.js'
import { describeStock } from './stock.js'
import { describeUniqueness } from './uniqueness.js'
import { describeThrottle } from './throttle.js'
import { describeWatching } from './watching.js'
import { registrar, type Runner, type Skip } from './registrar.js'
import type { OpenedStore, OpenFresh, Scene } from './scene.js'

export type { OpenedStore } from './scene.js'
export type { Runner, Skip, TestContext } from './registrar.js'

/**
 * Registers the whole suite, about 90 tests, for one store.
 *
 * @param open - Gives a fresh, empty store, and how the same data are opened again. Called once for each test; the suite
 * closes what it opened.
 * @param options.skip - Tests that the store cannot pass, each with the reason, which is then reported. A name that is
 * none of a test is an error.
 */
export function describeStore(
  { describe, it, afterEach }: Runner,
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
      const { state, follow: followState } = CatalogState.from(await store.load())
      const announced: Committed[] = []
      store.watch((committed) => {
        followState(committed)
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

    const { test, checkSkips } = registrar(it, options.skip ?? [])
    describeCommits(test, openFresh)
    describeUniqueness(test, openFresh)
    describeStock(test, openFresh)
    describeWatching(test, openFresh)
    describeOrders(test, openFresh)
    describeOrderLists(test, openFresh)
    describeLedger(test, openFresh)
    describeAudit(test, openFresh)
    describeThrottle(test, openFresh)
    describeSentFiles(test, openFresh)
    describeReopening(test, openFresh)
    checkSkips()
  })
}
