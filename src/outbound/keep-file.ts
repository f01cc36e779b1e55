import { open, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { makeFolder } from '../files/make-folder.js'

/** Puts a file into a folder whole or not at all; one of the same name is replaced. */
export async function keepFile(folder: string, name: string, content: Uint8Array): Promise<void> {
  await makeFolder(folder)
  const place = join(folder, basename(name))
  const partial = `${place}.${process.pid}.part`
  const file = await open(partial, 'w')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(partial, place)
}
