import type { Files, OpenFile } from '../../src/store/disk/files.js'

/** How a call fails: nothing is done, all is done, or of a write the first half. Each reports an error. */
export type Fault = 'before' | 'after' | 'halfway'

/** Asked for each call, numbered from 1; null lets it pass. */
export type Fate = (call: number, operation: string) => Fault | null

const broken = (operation: string, code: string): Error =>
  Object.assign(new Error(`${code}: made to fail by the test, ${operation}`), { code })

/** A disk on which chosen calls fail. Files that are closed are closed in truth, whatever is reported. */
export class FaultyFiles implements Files {
  calls = 0
  /** Files that were opened and not closed yet. */
  readonly leftOpen = new Set<OpenFile>()
  /** The operation of each call so far. */
  readonly log: string[] = []

  constructor(
    private readonly disk: Files,
    private readonly fate: Fate,
    private readonly code = 'EIO',
  ) {}

  async #call<T>(operation: string, run: () => Promise<T>, half: () => Promise<unknown> = () => Promise.resolve()) {
    this.log.push(operation)
    const fault = this.fate((this.calls += 1), operation)
    if (fault === null) return run()
    if (fault === 'after') await run()
    if (fault === 'halfway') await half()
    throw broken(operation, this.code)
  }

  open(path: string, mode: 'read' | 'change' | 'create'): Promise<OpenFile> {
    const opened: OpenFile[] = []
    return this.#call(`open to ${mode}`, async () => {
      const file = await this.disk.open(path, mode)
      this.leftOpen.add(file)
      opened.push(file)
      return this.#wrap(file)
    }).catch(async (error: unknown) => {
      for (const file of opened) {
        await file.close()
        this.leftOpen.delete(file)
      }
      throw error
    })
  }

  #wrap(file: OpenFile): OpenFile {
    return {
      size: () => this.#call('size', () => file.size()),
      read: (length, position) => this.#call('read', () => file.read(length, position)),
      write: (bytes, position) =>
        this.#call(
          'write',
          () => file.write(bytes, position),
          () => file.write(bytes.subarray(0, bytes.length / 2), position),
        ),
      sync: () => this.#call('sync', () => file.sync()),
      truncate: (length) => this.#call('truncate', () => file.truncate(length)),
      close: async () => {
        await file.close()
        this.leftOpen.delete(file)
        await this.#call('close', () => Promise.resolve())
      },
    }
  }

  list(folder: string): Promise<string[]> {
    return this.#call('list', () => this.disk.list(folder))
  }

  makeFolder(folder: string): Promise<void> {
    return this.#call('makeFolder', () => this.disk.makeFolder(folder))
  }

  rename(from: string, to: string): Promise<void> {
    return this.#call('rename', () => this.disk.rename(from, to))
  }

  remove(path: string): Promise<void> {
    return this.#call('remove', () => this.disk.remove(path))
  }

  removeFolder(path: string): Promise<void> {
    return this.#call('removeFolder', () => this.disk.removeFolder(path))
  }

  syncFolder(folder: string): Promise<void> {
    return this.#call('syncFolder', () => this.disk.syncFolder(folder))
  }

  /** Looking at the disk changes nothing on it, and comes when it likes: it is no call of its own. */
  space(folder: string): Promise<{ free: number; total: number }> {
    return this.disk.space(folder)
  }
}
