import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { newFolder } from '../store/folder.js'
import { placeOrder, stockUp } from './place-order.js'

export const OCTOBER = join('journal', '2026-10.jsonl')
export const NOVEMBER = join('journal', '2026-11.jsonl')

const ignore = (): void => undefined

/** Files in which data lie, with their contents; the lock is not among them. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !path.includes(join(folder, 'lock')))
      contents[path.slice(folder.length + 1)] = await readFile(path, 'latin1')
  }
  return contents
}

/** A copy as a process that is killed now would leave the folder: without its lock. */
export async function copyOf(folder: string): Promise<string> {
  const copy = await newFolder()
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('lock') && !path.endsWith('.tmp') })
  return copy
}

/**
 * Folders of a shop that took orders 1 to 3 in October and 4 to 6 in November: one as it is after closing, and one as
 * it is when the process was killed just before.
 */
export async function shopFolders(): Promise<{ closed: string; killed: string }> {
  const closed = await newFolder()
  let now = new Date('2026-10-20T05:00:00Z')
  const store = await openLowdbStore({ folder: closed, clock: () => now, onWarning: ignore })
  await stockUp(store, 100)
  for (const id of ['order-1', 'order-2', 'order-3']) await placeOrder(store, id)
  now = new Date('2026-11-20T05:00:00Z')
  for (const id of ['order-4', 'order-5', 'order-6']) await placeOrder(store, id)
  const killed = await copyOf(closed)
  await store.close()
  return { closed, killed }
}
