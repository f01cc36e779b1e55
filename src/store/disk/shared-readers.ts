import { join } from 'node:path'
import type { Files, OpenFile } from './files.js'

/** Files of one folder, each opened for reading when it is first asked for and kept open. */
export class SharedReaders {
  readonly #open = new Map<string, Promise<OpenFile>>()

  constructor(
    private readonly files: Files,
    private readonly folder: string,
  ) {}

  get(name: string): Promise<OpenFile> {
    const known = this.#open.get(name)
    if (known) return known
    const opening = this.files.open(join(this.folder, name), 'read')
    this.#open.set(name, opening)
    // One failure is not for ever.
    opening.catch(() => this.#open.delete(name))
    return opening
  }

  async close(): Promise<void> {
    const opening = [...this.#open.values()]
    this.#open.clear()
    // One that never opened has nothing to close; one that was only read has nothing to lose.
    await Promise.allSettled(opening.map(async (file) => (await file).close()))
  }
}
