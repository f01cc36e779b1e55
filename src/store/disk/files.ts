import { open, readdir, rename, rm, statfs, type FileHandle } from 'node:fs/promises'
import { resolve } from 'node:path'
import { makeOwnFolder, syncFolder } from './make-folder.js'

/** One open file. Positions and lengths are bytes. */
export interface OpenFile {
  size(): Promise<number>
  /** Fewer bytes than asked for only at the end of the file. They may lie in `room`, when that is given and large enough. */
  read(length: number, position: number, room?: Buffer): Promise<Buffer>
  /** Writes all of it or throws; what was written before it threw is not known. */
  write(bytes: Uint8Array, position: number): Promise<void>
  /** Returns when the bytes written so far survive a power cut. The file's name may need {@link Files.syncFolder}. */
  sync(): Promise<void>
  truncate(length: number): Promise<void>
  close(): Promise<void>
}

/** The few calls by which the store touches a disk, apart so that tests can make each of them fail. */
export interface Files {
  /** `change` needs the file to exist, `create` needs it not to. */
  open(path: string, mode: 'read' | 'change' | 'create'): Promise<OpenFile>
  /** The names in a folder, sorted; none when there is no such folder. */
  list(folder: string): Promise<string[]>
  /** With its parents, for the owner's eyes only. */
  makeFolder(folder: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** A file or a folder with all that is in it; nothing when it is not there. */
  removeFolder(path: string): Promise<void>
  /** Returns when names made, renamed or removed in the folder survive a power cut. */
  syncFolder(folder: string): Promise<void>
  /** Bytes of the disk that holds the folder: all of it, and what is free to us. */
  space(folder: string): Promise<{ readonly free: number; readonly total: number }>
}

const FLAGS = { read: 'r', change: 'r+', create: 'wx' } as const

class NodeFile implements OpenFile {
  constructor(private readonly handle: FileHandle) {}

  async size(): Promise<number> {
    return (await this.handle.stat()).size
  }

  async read(length: number, position: number, room?: Buffer): Promise<Buffer> {
    const buffer = room && room.length >= length ? room : Buffer.allocUnsafe(length)
    let filled = 0
    while (filled < length) {
      const { bytesRead } = await this.handle.read(buffer, filled, length - filled, position + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  }

  async write(bytes: Uint8Array, position: number): Promise<void> {
    let written = 0
    while (written < bytes.length)
      written += (await this.handle.write(bytes, written, bytes.length - written, position + written)).bytesWritten
  }

  sync(): Promise<void> {
    return this.handle.datasync()
  }

  truncate(length: number): Promise<void> {
    return this.handle.truncate(length)
  }

  close(): Promise<void> {
    return this.handle.close()
  }
}

/** The disk, through Node. */
export const nodeFiles: Files = {
  async open(path, mode) {
    return new NodeFile(await open(path, FLAGS[mode], 0o600))
  },
  async list(folder) {
    const names = await readdir(folder).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    })
    return names.sort()
  },
  makeFolder: (folder) => makeOwnFolder(resolve(folder)),
  rename,
  remove: (path) => rm(path, { force: true }),
  removeFolder: (path) => rm(path, { force: true, recursive: true }),
  syncFolder,
  async space(folder) {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, total: blocks * bsize }
  },
}
