import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Loaded before the server: notes of each sync which file it kept, up to where, and which names of a folder. */
const NOTE_SYNCS = `
  import promises from 'node:fs/promises'
  import { appendFileSync, fstatSync, readdirSync } from 'node:fs'
  import { syncBuiltinESMExports } from 'node:module'
  const open = promises.open
  promises.open = async (path, ...rest) => {
    const handle = await open(path, ...rest)
    for (const kind of ['sync', 'datasync']) {
      const sync = handle[kind].bind(handle)
      handle[kind] = async () => {
        const { ino, size } = fstatSync(handle.fd)
        const names = fstatSync(handle.fd).isDirectory() ? readdirSync(path) : null
        await sync()
        appendFileSync(process.env.SYNC_BOOK, JSON.stringify(names ? { folder: path, names } : { ino, size }) + '\\n')
      }
    }
    return handle
  }
  syncBuiltinESMExports()
`

type Note =
  { readonly folder: string; readonly names: readonly string[] } | { readonly ino: number; readonly size: number }

/** Takes from a real folder what a power cut would take from it: bytes and names that the server never synced. */
export class Unsynced {
  readonly #sizes = new Map<number, number>()
  readonly #names = new Map<string, ReadonlySet<string>>()

  private constructor(
    private readonly folders: readonly string[],
    private readonly book: string,
  ) {}

  /** Begins to watch a folder that nobody writes to; all that is in it counts as synced. */
  static async watch(folder: string): Promise<Unsynced> {
    const book = join(await mkdtemp(join(tmpdir(), 'ocop-syncs-')), 'book')
    await appendFile(book, '')
    const unsynced = new Unsynced([folder, join(folder, 'journal')], book)
    for (const one of unsynced.folders) {
      unsynced.#names.set(one, new Set(await readdir(one)))
      for (const { ino, size } of await filesIn(one)) unsynced.#sizes.set(ino, size)
    }
    return unsynced
  }

  /** What the server has to be started with. */
  get env(): NodeJS.ProcessEnv {
    return { SYNC_BOOK: this.book, NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(NOTE_SYNCS)}` }
  }

  /** After the server was killed: what is gone, in bytes. */
  async drop(): Promise<number> {
    for (const line of (await readFile(this.book, 'utf8')).split('\n').filter(Boolean)) {
      const note = JSON.parse(line) as Note
      if ('names' in note) this.#names.set(note.folder, new Set(note.names))
      else this.#sizes.set(note.ino, note.size)
    }
    let gone = 0
    for (const folder of this.folders)
      for (const { path, name, ino, size } of await filesIn(folder)) {
        const synced = this.#names.get(folder)?.has(name) === true ? (this.#sizes.get(ino) ?? 0) : null
        gone += size - Math.min(size, synced ?? 0)
        if (synced === null) await rm(path)
        else if (synced < size) await truncate(path, synced)
      }
    await rm(join(this.book, '..'), { recursive: true })
    return gone
  }
}

async function filesIn(folder: string): Promise<{ path: string; name: string; ino: number; size: number }[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile())
  return Promise.all(
    entries.map(async ({ name }) => {
      const path = join(folder, name)
      const { ino, size } = await stat(path)
      return { path, name, ino, size }
    }),
  )
}
