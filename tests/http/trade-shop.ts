import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { parsePeriod, type Catalog } from '../../src/index.js'
import { createStorefront, type StorefrontOptions } from '../../src/storefront/index.js'
import { openShop } from '../support/shop.js'
import { Visitor } from './visitor.js'

/** Where the shop is mounted: at the root of a host, and below a path of it. */
export const MOUNTS = ['', '/ocop'] as const

export interface RunningShop {
  readonly catalog: Catalog
  readonly server: Server
  readonly visitor: (headers?: Readonly<Record<string, string>>) => Visitor
  readonly origin: string
  readonly stop: () => Promise<void>
}

/** A shop that listens on a port of this machine, its goods in memory. */
export async function runShop(
  mount: string,
  options: Partial<StorefrontOptions> & { readonly catalog?: Catalog } = {},
): Promise<RunningShop> {
  const catalog = options.catalog ?? (await openShop())
  const host = express()
  host.use(mount || '/', createStorefront({ ...options, catalog }))
  const server = await new Promise<Server>((resolve) => {
    const listening = host.listen(0, '127.0.0.1', () => resolve(listening))
  })
  return {
    catalog,
    server,
    visitor: (headers) => new Visitor(server, mount, headers),
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}${mount}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await catalog.close()
    },
  }
}

/** What a buyer types into the checkout, in the words of the page. */
export const DETAILS = {
  name: 'Nguyễn Thị Hoa',
  phone: '0905 123 456',
  province: '66',
  commune: '24133',
  street: '12 Lê Duẩn',
} as const

/** Buys one unit at once, past the cart, and ends on the page of the placed order. */
export async function order(visitor: Visitor, sku = 'CF-250', quantity = 1): Promise<string> {
  await visitor.post('/checkout/now', { sku, quantity: String(quantity) })
  await visitor.press('.place', { ...DETAILS, ...(sku === 'SPIRIT' ? { adult: '1' } : {}) })
  const code = /^\/orders\/([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(visitor.path)?.[1]
  if (code === undefined) throw new Error(`not ordered: ${visitor.text()}`)
  return code
}

/** Transactions counted in the month of the tests. */
export const transactionsOf = ({ catalog }: RunningShop): number =>
  catalog.transactions({ period: parsePeriod('2026-11'), province: null, mode: 'asThen' }).total.transactions

export const stockOf = ({ catalog }: RunningShop, sku: string): number | null => catalog.state.stockOf(sku)
