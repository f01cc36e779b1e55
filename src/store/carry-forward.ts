import { resolve } from 'node:path'
import { nodeFiles } from './disk/files.js'
import type { Report } from './failures.js'
import { openLowdbStore } from './lowdb-store.js'
import { readFormat } from './marker.js'
import { verifyFolder, type Verification } from './verify-folder.js'

export interface Carried {
  /** Formats of the folder, before and after. */
  readonly from: number
  readonly to: number
  readonly verification: Verification
}

/**
 * Carries the data of an earlier version forward to the form that this one writes: verified before anything is changed,
 * and again afterwards. Opening a shop does the same by itself; this is for who wants to see it done.
 *
 * @throws {CatalogError} what opening and verifying throw; `STORE_NEWER` for a folder of a later version.
 */
export async function carryForward(folder: string, report: Report): Promise<Carried> {
  const place = resolve(folder)
  const { orders, ledgerEntries } = await verifyFolder(place)
  const from = await readFormat(nodeFiles, place)
  const store = await openLowdbStore({ folder: place, onWarning: report })
  await store.close()
  const verification = await verifyFolder(place)
  if (verification.orders !== orders || verification.ledgerEntries !== ledgerEntries)
    throw new Error('Orders or ledger entries changed while the data were carried forward.')
  return { from, to: await readFormat(nodeFiles, place), verification }
}
