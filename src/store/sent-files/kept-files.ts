import { join } from 'node:path'
import * as z from 'zod'
import type { KeptFile } from '../../catalog/ports/giving-way.js'
import type { SentFile } from '../../catalog/ports/sent-files.js'
import type { Files } from '../disk/files.js'

/** The folder within that of the store. No copy of the store takes it along. */
export const SENT = 'sent'

export interface Place {
  readonly files: Files
  /** The folder {@link SENT}, which need not be there. */
  readonly folder: string
}

/** A file that was sent, as it lies on disk: a note, and under the same name its bytes. */
const FolderFile = z.object({
  name: z.uuid(),
  size: z.int().min(0),
  until: z.int(),
  file: z.object({
    id: z.string(),
    accountId: z.string(),
    facts: z.string(),
    work: z
      .object({ worker: z.string(), step: z.string(), done: z.number(), total: z.number(), at: z.number() })
      .nullable(),
  }),
})
export type FolderFile = z.infer<typeof FolderFile> & KeptFile & { readonly file: SentFile }

export const noteOf = ({ folder }: Place, { name }: FolderFile): string => join(folder, `${name}.json`)
export const bytesOf = ({ folder }: Place, { name }: FolderFile): string => join(folder, `${name}.bytes`)

/** All of a file; null when it is not there. */
async function readAll(files: Files, path: string): Promise<Buffer | null> {
  const file = await files.open(path, 'read').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  })
  if (!file) return null
  try {
    return await file.read(await file.size(), 0)
  } finally {
    await file.close()
  }
}

/** Null when they are gone, or cut short. */
export async function readBytes(place: Place, kept: FolderFile): Promise<Uint8Array | null> {
  const bytes = await readAll(place.files, bytesOf(place, kept))
  return bytes?.length === kept.size ? bytes : null
}

function parseNote(text: string): FolderFile | null {
  try {
    return FolderFile.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/**
 * What an earlier process kept, oldest first. Who worked on it has ended, since the folder has one process at a time: it
 * was last heard of long ago. Removes what no note speaks of, where that can be removed.
 */
export async function listKept({ files, folder }: Place): Promise<FolderFile[]> {
  const names = await files.list(folder)
  const found: FolderFile[] = []
  for (const name of names.filter((name) => name.endsWith('.json'))) {
    const kept = parseNote(String(await readAll(files, join(folder, name))))
    if (!kept || name !== `${kept.name}.json` || !names.includes(`${kept.name}.bytes`)) continue
    const { file } = kept
    found.push({ ...kept, file: { ...file, work: file.work && { ...file.work, at: 0 } } })
  }
  const known = new Set(found.flatMap(({ name }) => [`${name}.json`, `${name}.bytes`]))
  for (const name of names) if (!known.has(name)) await files.remove(join(folder, name)).catch(() => undefined)
  return found.sort((a, b) => a.until - b.until)
}
