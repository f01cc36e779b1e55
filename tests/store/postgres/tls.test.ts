import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgresStore, type PostgresStoreOptions } from '../../../src/store/postgres/index.js'
import { findPostgres } from '../../support/postgres-binaries.js'
import { PostgresServer, serverForTests } from '../../support/postgres-server.js'
import { selfSigned } from '../../support/self-signed.js'
import { placeOrder, stockUp } from '../../faults/place-order.js'

// Whether there is a server at all is told as by the other files.
const probe = await serverForTests()
await probe?.stop()

describe.runIf(probe)('the PostgreSQL store over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-tls-'))
  const own = selfSigned('127.0.0.1')
  const foreign = selfSigned('127.0.0.1')
  const file = (name: string): string => join(folder, name)
  let server: PostgresServer

  beforeAll(async () => {
    const { account } = await findPostgres()
    for (const [name, text] of [
      ['server.crt', own.certificate],
      ['server.key', own.key],
      ['foreign.crt', foreign.certificate],
    ] as const)
      writeFileSync(file(name), text, { mode: 0o600 })
    const { uid, gid } = account
    if (uid !== undefined && gid !== undefined)
      for (const name of ['', 'server.crt', 'server.key', 'foreign.crt']) chownSync(file(name), uid, gid)
    server = await PostgresServer.start([
      'fsync=off',
      'ssl=on',
      `ssl_cert_file=${file('server.crt')}`,
      `ssl_key_file=${file('server.key')}`,
    ])
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })

  const refusalOf = (options: PostgresStoreOptions): Promise<unknown> =>
    openPostgresStore(options).then(
      (store) => store.close().then(() => 'opened'),
      (error: unknown) => error,
    )

  it('sells, and speaks to the server in cipher on every connection, the listening one too', async () => {
    const byOption = { url: server.url, ssl: { ca: own.certificate } }
    const byUrl = { url: `${server.url}?sslmode=verify-full&sslrootcert=${file('server.crt')}` }
    for (const [index, options] of [byOption, byUrl].entries()) {
      const store = await openPostgresStore(options)
      if (index === 0) await stockUp(store, 100)
      else await store.load()
      await Promise.all(['a', 'b', 'c'].map((name) => placeOrder(store, `order-${index}${name}`)))
      const connections = await server.query<{ ssl: boolean }>(
        `select ssl from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'ocop-catalog'`,
      )
      expect(connections.length).toBeGreaterThan(1)
      expect(connections.filter(({ ssl }) => !ssl)).toEqual([])
      await store.close()
    }
  })

  it('is not opened when the certificate is another’s, or made out to another name', async () => {
    for (const options of [
      { url: server.url, ssl: { ca: foreign.certificate } },
      { url: server.url, ssl: true },
      { url: `${server.url}?sslmode=verify-full&sslrootcert=${file('foreign.crt')}` },
      { url: server.url.replace('127.0.0.1', 'localhost'), ssl: { ca: own.certificate } },
    ])
      expect(await refusalOf(options)).toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })
})
