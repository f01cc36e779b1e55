import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { ErasedRecords } from '../../care/erased-records.js'
import { DataRequest } from '../../catalog/care/data-request.js'
import { AccountId, FeedbackId, OrderId, QuestionId } from '../../catalog/ids.js'
import { nodeFiles } from '../../store/disk/files.js'
import { replaceFile } from '../../store/disk/replace-file.js'
import { damaged, toCatalogError } from '../../store/failures.js'
import { verifyFolder, type Verification } from '../../store/verify-folder.js'

/**
 * Lies in a data folder from its first restoration on: what was erased from data that the folder held before, so that it
 * stays erased when a newer backup is restored after an older one that does not know of it. It holds ids, and requests as
 * they were answered; nothing of a person.
 */
const ERASED_FILE = 'erased.json'

const KeptErased = z.strictObject({
  orders: z.array(OrderId),
  questions: z.array(QuestionId),
  feedback: z.array(FeedbackId),
  accounts: z.array(AccountId),
  requests: z.array(DataRequest),
})

/**
 * Adds what a folder knows as erased from its former data to what its present data say.
 *
 * @param mend - How the file is mended: that of a data folder, or that of a backup.
 * @throws {CatalogError} `STORE_DAMAGED` when the file is not as it was written, `STORE_UNAVAILABLE` when it cannot be read.
 */
export async function addErasedFile(
  folder: string,
  erased: ErasedRecords,
  mend: 'erasedFile' | 'otherBackup',
): Promise<void> {
  const path = join(folder, ERASED_FILE)
  if (!existsSync(path)) return
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw toCatalogError(error)
  })
  try {
    erased.add(KeptErased.parse(JSON.parse(text)))
  } catch (cause) {
    throw damaged({ file: ERASED_FILE }, 'notMarker', { mend, cause })
  }
}

/**
 * What is erased from the data of a data folder, and was from those that it held before.
 *
 * @throws {CatalogError} as {@link verifyFolder} and {@link addErasedFile}.
 */
export async function erasedIn(folder: string): Promise<{ erased: ErasedRecords; present: Verification }> {
  const erased = new ErasedRecords()
  const present = await verifyFolder(folder, { onPuts: erased.follow })
  await addErasedFile(folder, erased, 'erasedFile')
  return { erased, present }
}

/** Keeps in a folder all that is known as erased. On disk when it returns. */
export const writeErasedFile = (folder: string, erased: ErasedRecords): Promise<void> =>
  replaceFile(nodeFiles, join(folder, ERASED_FILE), [`${JSON.stringify(erased.toKeep())}\n`])
