import * as vitest from 'vitest'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openPostgresStore } from '../../src/store/postgres/index.js'
import { move } from '../../src/testing/changes.js'
import { describeStore } from '../../src/testing/index.js'
import { stockUp } from '../faults/place-order.js'
import { startPooler } from './pooler.js'
import { PostgresServer } from '../support/postgres-server.js'
import { PATIENCE } from '../support/patience.js'

const PASSED_OVER = 'ignore_startup_parameters = statement_timeout,lock_timeout,idle_in_transaction_session_timeout'
const server = await PostgresServer.start()
const pooler = await startPooler(server.port, [PASSED_OVER])
const strict = await startPooler(server.port)
let schemas = 0

describe('behind PgBouncer that pools transactions', () => {
  const options = (more = {}) => ({ url: pooler.url, onWarning: () => undefined, listenUrl: null, ...more })

  describeStore(vitest, 'the PostgreSQL store', async () => {
    const own = options({ schema: `shop_${(schemas += 1)}` })
    return { store: await openPostgresStore(own), reopen: () => openPostgresStore(own) }
  })

  it.each([
    ['looks twice a second', null],
    ['listens past the pooler', server.url],
  ])('a process that %s hears what another committed', async (_, listenUrl) => {
    const shared = options({ schema: `shop_${(schemas += 1)}`, listenUrl })
    const [one, other] = [await openPostgresStore(shared), await openPostgresStore(shared)]
    onTestFinished(async () => {
      await Promise.all([one.close(), other.close()])
    })
    await Promise.all([one.load(), other.load()])
    const heard: number[] = []
    other.watch(({ revision }) => heard.push(revision))
    await stockUp(one, 5)
    await one.commit({ stock: [move(-1)] })
    await vi.waitFor(() => expect(heard).toEqual([1, 2]), PATIENCE)
  })

  it('time limits need a word to the pooler, or are left to the account', async () => {
    const own = options({ url: strict.url, schema: `shop_${(schemas += 1)}` })
    await expect(openPostgresStore(own).then((store) => store.load())).rejects.toThrow(
      /the pooler takes no time limits/,
    )
    const store = await openPostgresStore({ ...own, timeouts: null })
    onTestFinished(() => store.close())
    await store.load()
    await stockUp(store, 1)
  })
})

afterAll(async () => {
  await pooler.stop()
  await strict.stop()
  await server.stop()
})
