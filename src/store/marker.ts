import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import { dayAt } from '../catalog/day.js'
import { CHECKPOINT } from './checkpoint/agreement.js'
import { damaged } from './failures.js'
import type { Files } from './disk/files.js'
import { createJournalFile } from './journal/journal-files.js'
import { FORMAT, refuseNewer } from './journal/journal-lines.js'
import { replaceFile } from './disk/replace-file.js'
import { JOURNAL, listJournal } from './journal/scan-journal.js'

export const MARKER = 'ocop.json'

/** Says what the folder is: the format of its files, and whose they are. */
const Marker = z.object({ format: z.int(), site: z.string().min(1) })

/** The first line of a journal file is shorter than this. */
const LONGEST_HEADER = 1000

/**
 * The site whose data the folder holds; null for a folder in which nothing was ever stored.
 *
 * @throws {CatalogError} `STORE_NEWER`; `STORE_DAMAGED` when the marker is not readable, or gone while data are there.
 */
export async function readSite(files: Files, folder: string): Promise<string | null> {
  const text = await readText(files, join(folder, MARKER))
  if (text === null) {
    if (await holdsData(files, folder)) throw damaged({ file: MARKER }, 'missing')
    return null
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw damaged({ file: MARKER }, 'notMarker', { cause })
  }
  refuseNewer(json, MARKER)
  const marker = Marker.safeParse(json)
  if (!marker.success) throw damaged({ file: MARKER }, 'notMarker', { cause: marker.error })
  return marker.data.site
}

async function readText(files: Files, path: string): Promise<string | null> {
  const file = await files.open(path, 'read').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  })
  if (!file) return null
  try {
    return (await file.read(await file.size(), 0)).toString()
  } finally {
    await file.close()
  }
}

/** A crash while a folder was first set up leaves a journal without commits: that is no data. */
async function holdsData(files: Files, folder: string): Promise<boolean> {
  if ((await files.list(folder)).includes(CHECKPOINT)) return true
  for (const name of await listJournal(files, folder)) {
    const file = await files.open(join(folder, JOURNAL, name), 'read')
    try {
      const [size, start] = [await file.size(), await file.read(LONGEST_HEADER, 0)]
      if (size > start.length || start.indexOf('\n') < size - 1) return true
    } finally {
      await file.close()
    }
  }
  return false
}

/** Marks a folder of an earlier format as one of this: from the next write on, earlier versions could not read it. */
export async function markFormat(files: Files, folder: string, site: string): Promise<void> {
  if ((await readFormat(files, folder)) < FORMAT) await writeMarker(files, folder, site)
}

/** The format of a folder whose marker is there and readable. */
export const readFormat = async (files: Files, folder: string): Promise<number> =>
  Marker.parse(JSON.parse((await readText(files, join(folder, MARKER))) ?? '')).format

const writeMarker = (files: Files, folder: string, site: string): Promise<void> =>
  replaceFile(files, join(folder, MARKER), [`${JSON.stringify({ format: FORMAT, site }, null, 2)}\n`])

/** Sets an empty folder up. The marker comes last: without it, the set-up starts over. */
export async function createSite(files: Files, folder: string, clock: () => Date): Promise<string> {
  const site = randomUUID()
  await files.makeFolder(join(folder, JOURNAL))
  for (const leftover of await listJournal(files, folder)) await files.remove(join(folder, JOURNAL, leftover))
  await createJournalFile({ files, folder, site }, dayAt(clock()).slice(0, 'yyyy-mm'.length), null)
  await writeMarker(files, folder, site)
  return site
}
