import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BackupFile, BackupMade, Backups, Restoring } from '../../storefront/backups.js'
import type { Language } from '../../catalog/text.js'
import { keepOrder } from '../../store/backup/restore-order.js'
import { makeOwnFolder } from '../../store/disk/make-folder.js'

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url))
const ENDING = '.tar.gz'

/** `ocop-2026-11-22T05-00-00.tar.gz`: sorts by time, and may stand in every file system. */
const nameAt = (now: Date, what = ''): string =>
  `ocop-${now.toISOString().slice(0, 19).replaceAll(':', '-')}${what}${ENDING}`

/** The name of a backup that is made now; numbered from the second on that would bear it, within the same second. */
export async function freeNameAt(folder: string, now: Date, what: string): Promise<string> {
  const taken = new Set(await readdir(folder).catch((): string[] => []))
  let name = nameAt(now, what)
  for (let number = 2; taken.has(name); number += 1) name = nameAt(now, `${what}-${number}`)
  return name
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/**
 * Backups of a data folder as files in another folder, made by `ocop backup` and looked through by `ocop restore --check`.
 */
export class BackupFolder implements Backups {
  readonly restoring: Restoring | undefined

  /**
   * @param closeToRestore - Closes the shop, so that an order to restore is carried out. Without it there is no such button.
   */
  constructor(
    private readonly data: string,
    readonly folder: string,
    private readonly now: () => Date,
    closeToRestore?: () => void,
  ) {
    this.restoring = closeToRestore && {
      check: (name, language) => this.#check(name, language),
      order: async (name, by) => {
        await keepOrder(data, { from: join(folder, name), by })
        closeToRestore()
      },
    }
  }

  async list(): Promise<readonly BackupFile[]> {
    const names = await readdir(this.folder).catch((): string[] => [])
    const own = names
      .filter((name) => name.startsWith('ocop-') && name.endsWith(ENDING))
      .toSorted()
      .toReversed()
    return Promise.all(
      own.map(async (name) => {
        const { size, mtime } = await stat(join(this.folder, name))
        return { name, bytes: size, at: mtime }
      }),
    )
  }

  async read(name: string): Promise<AsyncIterable<Uint8Array> | null> {
    const own = await this.list()
    return own.some((file) => file.name === name) ? createReadStream(join(this.folder, name)) : null
  }

  async make(language: Language): Promise<BackupMade> {
    const name = nameAt(this.now())
    const failed = await makeOwnFolder(this.folder).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : this.folder),
    )
    if (failed !== null) return { name: null, report: [failed] }
    const { isDone, report } = await this.#run('backup', name, language)
    return { name: isDone ? name : null, report }
  }

  async #check(name: string, language: Language): Promise<{ isWhole: boolean; report: readonly string[] }> {
    const { isDone, report } = await this.#run('restore', name, language, ['--check', '--erased-in', this.data])
    return { isWhole: isDone, report }
  }

  /** Runs `ocop` in a process of its own, so that the shop goes on meanwhile, and gives what it says. */
  #run(
    command: string,
    name: string,
    language: Language,
    options: readonly string[] = [],
  ): Promise<{ isDone: boolean; report: readonly string[] }> {
    const argv = [MAIN, command, join(this.folder, name), ...options, '--data', this.data, '--lang', language]
    return new Promise((resolve) => {
      execFile(process.execPath, argv, { maxBuffer: 1024 * 1024 }, (error, out, told) => {
        if (error) resolve({ isDone: false, report: linesOf(told || out || error.message) })
        else resolve({ isDone: true, report: linesOf(out) })
      })
    })
  }
}
