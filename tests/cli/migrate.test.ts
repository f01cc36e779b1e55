import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { PostgresServer } from '../support/postgres-server.js'
import { cart, newKey, recipient, stockShop } from '../support/shop.js'
import { Shell } from './run-ocop.js'

const LANG = 'en_US.UTF-8'
let shell: Shell
let server: PostgresServer

beforeAll(async () => {
  ;[shell, server] = await Promise.all([Shell.open(), PostgresServer.start()])
  const catalog = await createCatalog({ folder: `${shell.folder}/shop` })
  await stockShop(catalog)
  for (const quantity of [1, 2])
    await catalog.placeOrder({
      cart: cart(['CF-250', quantity]),
      recipient: recipient(),
      idempotencyKey: newKey(),
      adult: false,
    })
  await catalog.close()
})

afterAll(async () => {
  await server.stop()
  await shell.close()
})

describe('ocop migrate', () => {
  const env = () => ({ LANG, DATABASE_URL: server.url })

  it('carries a folder to PostgreSQL, where every command goes on with it', async () => {
    const moved = await shell.ocop(['migrate', '--to', 'postgres', '--data', 'shop'], env())
    expect(moved).toMatchObject({ exitCode: 0, told: '' })
    expect(moved.out).toMatch(/orders +2 /)
    const recount = await shell.ocop(['recount'], env())
    expect(recount.out).toMatch(/2 transactions[\s\S]*agree with the ledger/)
  })

  it('and back into an empty folder', async () => {
    const moved = await shell.ocop(['migrate', '--to', 'folder', '--data', 'back'], env())
    expect(moved.exitCode).toBe(0)
    const recount = await shell.ocop(['recount', '--data', 'back'], { LANG })
    expect(recount.out).toMatch(/2 transactions[\s\S]*agree with the ledger/)
  })

  it('never into a store that holds something', async () => {
    const again = await shell.ocop(['migrate', '--to', 'postgres', '--data', 'shop'], env())
    expect(again).toMatchObject({ exitCode: 1, told: expect.stringContaining('must be empty') as string })
  })

  it('asks for the database’s address when it is not set', async () => {
    const refused = await shell.ocop(['migrate', '--to', 'postgres', '--data', 'shop'], { LANG })
    expect(refused).toMatchObject({ exitCode: 2, told: expect.stringContaining('DATABASE_URL') as string })
  })
})

it('what is printed never bears the database’s password', async () => {
  const url = new URL(server.url)
  url.password = 'top-secret'
  const printed = await shell.ocop(['migrate', '--to', 'folder', '--data', 'third'], { LANG, DATABASE_URL: url.href })
  expect(printed.exitCode).toBe(0)
  expect(printed.out + printed.told).not.toContain('top-secret')
})
