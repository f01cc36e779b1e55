import { execFileSync } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk that can be filled and emptied while a process works on it. */
export interface SmallDisk {
  readonly folder: string
  /** Leaves so many bytes free. */
  fill(left: number): Promise<void>
  empty(): Promise<void>
  /** Nothing can be written to it any more. */
  allowReadingAlone(): void
  remove(): Promise<void>
}

const SIZE_MB = 24

/** A file system of its own in memory; null where this user may not mount one. */
export async function mountSmallDisk(): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    await rm(folder, { recursive: true })
    return null
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    async fill(left) {
      const { bavail, bsize } = statfsSync(folder)
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)))
    },
    empty: () => rm(ballast, { force: true }),
    allowReadingAlone() {
      execFileSync('mount', ['-o', 'remount,ro', folder])
    },
    async remove() {
      execFileSync('umount', ['-l', folder])
      await rm(folder, { recursive: true })
    },
  }
}

/** Lets no file of a process grow beyond so many bytes: a disk quota that needs no rights. Null takes the limit away. */
export function limitFiles(pid: number, bytes: number | null): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:unlimited`])
}
