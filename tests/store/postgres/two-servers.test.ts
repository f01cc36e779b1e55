import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog } from '../../../src/index.js'
import { openPostgresStore } from '../../../src/store/postgres/index.js'
import { orderByApi } from '../../support/api-buyer.js'
import { serverForTests, type PostgresServer } from '../../support/postgres-server.js'
import { ShopProcess } from '../../support/shop-process.js'
import { stockShop } from '../../support/shop.js'

const server = await serverForTests()

describe.skipIf(!server)('two real servers on one PostgreSQL', () => {
  const { url } = server as PostgresServer
  const shops: ShopProcess[] = []
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ocop-two-servers-'))
    const catalog = await createCatalog({ store: await openPostgresStore({ url }) })
    await stockShop(catalog)
    await catalog.save({ stock: [{ sku: 'CF-250', quantity: 10 }] })
    await catalog.close()
    await writeFile(join(folder, 'site.json'), JSON.stringify({ trustProxy: 'loopback' }))
    for (let number = 0; number < 2; number += 1) shops.push(await ShopProcess.start(folder, { DATABASE_URL: url }))
  })
  afterAll(async () => {
    for (const shop of shops) await shop.end('SIGKILL')
    await server?.stop()
    await rm(folder, { recursive: true })
  })

  it('sell exactly 50 of 50 units to 500 buyers between them, and both know it', async () => {
    const buy = (_: unknown, index: number) =>
      orderByApi(shops[index % 2]?.origin ?? '', { key: `buyer-${index}-key`, sku: 'CF-250' })
    const answers = await Promise.all(Array.from({ length: 500 }, buy))
    const count = (wanted: number): number => answers.filter(({ status }) => status === wanted).length
    expect([count(201), count(409)]).toEqual([50, 450])
    await new Promise((resolve) => setTimeout(resolve, 1000))
    for (const { origin } of shops) {
      const { variants } = (await (await fetch(`${origin}/api/v1/products/ca-phe-bot`)).json()) as {
        variants: { sku: string; stock: number }[]
      }
      expect(variants.find(({ sku }) => sku === 'CF-250')?.stock).toBe(0)
    }
    const catalog = await createCatalog({ store: await openPostgresStore({ url }) })
    const { transactions, differences } = await catalog.recount()
    expect([transactions, differences]).toEqual([50, []])
    await catalog.close()
  }, 90_000)

  it('one of them is killed: the other sells on, and an order that was sent to both is one', async () => {
    const { origin } = shops[0] ?? { origin: '' }
    const first = await orderByApi(origin, { key: 'sent-to-both', sku: 'CF-500' })
    await shops[0]?.end('SIGKILL')
    const second = await orderByApi(shops[1]?.origin ?? '', { key: 'sent-to-both', sku: 'CF-500' })
    expect([first.status, second.status, second.code]).toEqual([201, 201, first.code])
  }, 30_000)
})
