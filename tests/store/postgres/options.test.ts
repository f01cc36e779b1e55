import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { CatalogError } from '../../../src/catalog/errors.js'
import { openPostgresStore, type PostgresStoreOptions } from '../../../src/store/postgres/index.js'

const NOWHERE = 'postgres://shop:hush-hush@127.0.0.1:1/shop'

async function refusalOf(options: PostgresStoreOptions): Promise<CatalogError> {
  const refusal = await openPostgresStore(options).catch((error: unknown) => error)
  if (!(refusal instanceof CatalogError)) throw new Error('The store was opened.')
  return refusal
}

describe('the options of the PostgreSQL store', () => {
  it.each([
    ['url', { url: 'mysql://shop:hush-hush@127.0.0.1/shop' }],
    ['url', { url: 'postgres://shop:hush-hush@host:port/shop' }],
    ['schema', { url: NOWHERE, schema: 'My Shop' }],
    ['schema', { url: NOWHERE, schema: 'shop; drop schema public' }],
    ['connections', { url: NOWHERE, connections: 0 }],
    ['timeouts', { url: NOWHERE, timeouts: { statement: -1 } }],
    ['listenUrl', { url: NOWHERE, listenUrl: 'db.example' }],
  ])('are refused field by field: %s', async (path, options) => {
    expect(await refusalOf(options)).toMatchObject({ code: 'INVALID_OPTIONS', issues: [{ path }] })
  })

  it('may lead to a socket of this machine', async () => {
    const refusal = await refusalOf({ url: 'postgres://shop@/shop?host=/nowhere' })
    expect(refusal.code).toBe('STORE_UNAVAILABLE')
  })

  it('never show the password, neither to people nor in what is logged', async () => {
    for (const url of [NOWHERE, 'postgres://shop:hush-hush@host:port/shop']) {
      const refusal = await refusalOf({ url })
      expect(inspect([refusal, refusal.text('vi')], { depth: 10 })).not.toContain('hush-hush')
    }
  })
})
