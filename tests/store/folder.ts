import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** The path of a folder that does not exist yet; gone again when the test ends. */
export async function newFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'ocop-store-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
  return join(parent, 'live')
}
