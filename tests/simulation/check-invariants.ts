import { deepStrictEqual, ok } from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FULFILLMENT_STEPS, totalOf, type Order } from '../../src/catalog/order.js'
import { parsePeriod } from '../../src/catalog/period.js'
import type { Store } from '../../src/catalog/store.js'
import type { Catalog } from '../../src/index.js'
import { backup, restore } from '../../src/store/backup/backup.js'
import { allOrders, fingerprintOf } from '../../src/store/fingerprint.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import type { BuyersBook } from './ledger-of-buyers.js'

interface Ended {
  readonly book: BuyersBook
  readonly catalog: Catalog
  readonly store: Store
  readonly reopen: () => Promise<Store>
  readonly layDown: (folder: string) => Promise<void>
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** L1: a level is what came in less what stands in orders that are not cancelled, and never below zero. */
function checkStock(orders: readonly Order[], { book, catalog }: Ended): void {
  for (const [sku, delivered] of book.delivered) {
    const lines = orders.flatMap(({ fulfillments }) =>
      fulfillments.filter(({ status }) => status !== 'cancelled').flatMap((share) => share.lines),
    )
    const sold = sum(lines.filter((line) => line.sku === sku).map(({ quantity }) => quantity))
    const level = catalog.state.stockOf(sku) ?? NaN
    ok(level >= 0, `L1: ${sku} is at ${level}`)
    deepStrictEqual(level, delivered - sold, `L1: stock of ${sku}`)
  }
}

/** L2, L3, L7: totals, what occurs once, and steps that follow each other. */
function checkOrders(orders: readonly Order[]): void {
  for (const values of [
    orders.map(({ id }) => id),
    orders.map(({ code }) => code),
    orders.map((order) => order.idempotencyKey),
  ])
    deepStrictEqual(new Set<string>(values).size, orders.length, 'L3: ids, codes and keys occur once')
  for (const order of orders) {
    const standing = order.fulfillments.filter(({ status }) => status !== 'cancelled')
    const goods = standing.flatMap(({ lines }) => lines.map(({ quantity, unitPrice }) => quantity * unitPrice))
    deepStrictEqual(totalOf(order), sum(goods) + sum(standing.map(({ shipping }) => shipping)), 'L2: total')
    ok(Number.isSafeInteger(totalOf(order)), 'L2: whole đồng')
    for (const { history, status } of order.fulfillments) {
      deepStrictEqual(history.at(-1)?.status, status, 'L7: the history ends in the status')
      deepStrictEqual(history[0]?.status, 'placed', 'L7: the history begins with the order')
      history.slice(1).forEach((step, index) => {
        const before = history[index]
        ok(before && FULFILLMENT_STEPS[before.status].includes(step.status), 'L7: steps follow the allowed ones')
      })
    }
    deepStrictEqual(order.version, 1 + sum(stepsOf(order)), 'L7: every step is a version')
  }
}

/** A cancellation by the shopper moves several shares in one step. */
function stepsOf({ fulfillments }: Order): number[] {
  const times = new Set(
    fulfillments.flatMap(({ history }) => history.slice(1).map(({ at, status }) => `${at} ${status}`)),
  )
  const single = fulfillments.flatMap(({ history }) => history.slice(1)).length
  return [fulfillments.length > 1 ? Math.min(single, times.size) : single]
}

/** L4: what was confirmed is there, what was refused is not. */
function checkAnswers(orders: readonly Order[], { book }: Ended): void {
  const codes = new Map(orders.map(({ idempotencyKey, code }) => [idempotencyKey, code]))
  for (const [key, code] of book.confirmed) deepStrictEqual(codes.get(key), code, `L4: ${key} was confirmed`)
  for (const key of book.refused) ok(!codes.has(key), `L4: ${key} was refused`)
  deepStrictEqual(book.open.size, 0, 'L4: every open answer was settled')
  deepStrictEqual(codes.size, book.confirmed.size, 'L4: no order that nobody knows of')
}

/** L5, L6, L8: the counts. */
async function checkCounts(orders: readonly Order[], { catalog }: Ended): Promise<void> {
  const { differences, transactions } = await catalog.recount()
  deepStrictEqual(differences, [], 'L5: counts equal the ledger')
  const standing = orders.flatMap(({ fulfillments }) =>
    fulfillments.filter(({ status }) => status !== 'cancelled' && status !== 'returned'),
  )
  deepStrictEqual(transactions, standing.length, 'L5: one transaction for each share that stands')
  const figures = catalog.transactions({ period: parsePeriod('2026-Q4'), province: null, mode: 'asThen' })
  const total = (rows: readonly { readonly transactions: number }[]): number => sum(rows.map((row) => row.transactions))
  deepStrictEqual(total(figures.byPlatform), total(figures.byProvince), 'L5: by platform as by province')
  deepStrictEqual(figures.total.transactions, transactions, 'L5: all fall into the quarter')

  const { state } = catalog
  const listed = new Set(state.all('listings').map(({ productId }) => productId))
  ok(listed.size <= state.all('products').length, 'L6: no more listed products than products')
  const sale = {
    platformId: catalog.ownPlatform.id,
    externalNumber: 'L8',
    from: catalog.today(),
    province: 'pre-2025-07:66',
    count: 3,
  }
  deepStrictEqual((await catalog.recordPlatformSales([sale])).recorded, 1, 'L8: the first time')
  deepStrictEqual((await catalog.recordPlatformSales([sale])).recorded, 0, 'L8: twice changes nothing')
}

/** L9, L10: what is opened again, and a backup that is laid down elsewhere, hold the same. */
async function checkCopies({ store, reopen, layDown }: Ended): Promise<void> {
  const before = await fingerprintOf(store)
  deepStrictEqual(await fingerprintOf(await reopen()), before, 'L9: replay equals memory')
  const parent = await mkdtemp(join(tmpdir(), 'ocop-backup-'))
  try {
    const [folder, archive, restored] = ['folder', 'day.tar.gz', 'restored'].map((name) => join(parent, name)) as [
      string,
      string,
      string,
    ]
    await layDown(folder)
    await backup(folder, archive)
    await restore(archive, restored)
    await verifyFolder(restored)
    const copy = await openLowdbStore({ folder: restored, onWarning: () => undefined })
    deepStrictEqual(await fingerprintOf(copy), before, 'L10: the restored backup holds the same')
    await copy.close()
  } finally {
    await rm(parent, { recursive: true })
  }
}

/** @throws {Error} that names the first invariant that does not hold. */
export async function checkInvariants(ended: Ended): Promise<void> {
  const orders: Order[] = []
  for await (const order of allOrders(ended.store)) orders.push(order)
  checkStock(orders, ended)
  checkOrders(orders)
  checkAnswers(orders, ended)
  await checkCounts(orders, ended)
  await checkCopies(ended)
}
