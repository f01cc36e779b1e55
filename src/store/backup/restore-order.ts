import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { nodeFiles, type Files } from '../disk/files.js'
import { replaceFile } from '../disk/replace-file.js'

/** Where a folder's restoration is prepared, within it; never part of a backup. */
export const RESTORING = 'restoring'
const ORDER = 'order.json'
/**
 * Lies beside the data from the moment in which a backup counts in their place until that is noted in them, so that a
 * process that was stopped in between does not restore once more and take the new data for the old ones.
 */
export const RESTORED = 'restored.json'
const Restored = z.strictObject({ keptAs: z.string().min(1) })

/** What somebody asked for: that the next start puts this backup in the place of the data. */
const RestoreOrder = z.strictObject({
  /** The backup's path. */
  from: z.string().min(1),
  /** The account that asked, with the name that it bore then. */
  by: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }),
})
export type RestoreOrder = z.infer<typeof RestoreOrder>

/** Keeps an order in the folder, where the next start finds it. On disk when it returns. */
export async function keepOrder(folder: string, order: RestoreOrder, files: Files = nodeFiles): Promise<void> {
  await files.makeFolder(join(folder, RESTORING))
  // One that is left of an order before this one says nothing of it.
  await files.remove(join(folder, RESTORED))
  await replaceFile(files, join(folder, RESTORING, ORDER), [`${JSON.stringify(order)}\n`])
}

/** The order that waits in a folder; null when there is none. */
export async function readOrder(folder: string): Promise<RestoreOrder | null> {
  return RestoreOrder.nullable().parse(await readJson(join(folder, RESTORING, ORDER)))
}

/** The backup of what was there before the data that lie in a folder now were restored; null when that is noted, or was not. */
export async function readRestored(folder: string): Promise<string | null> {
  const restored = Restored.nullable().parse(await readJson(join(folder, RESTORED)))
  return restored && restored.keptAs
}

/** What the fresh data bring along to say so. */
export const writeRestored = (files: Files, fresh: string, keptAs: string): Promise<void> =>
  replaceFile(files, join(fresh, RESTORED), [`${JSON.stringify({ keptAs })}\n`])

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Lets an order go, carried out or not, with all that was prepared for it. */
export async function dropOrder(folder: string, files: Files = nodeFiles): Promise<void> {
  // The order first: what is left of a removal that was stopped must not be one.
  await files.remove(join(folder, RESTORING, ORDER))
  await files.remove(join(folder, RESTORED))
  await files.removeFolder(join(folder, RESTORING))
  await files.syncFolder(folder)
}
