import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CatalogError } from '../../catalog/errors.js'
import { makeOwnFolder } from './make-folder.js'
import { mayRun, ownIdentity, ProcessIdentity } from './process-identity.js'

interface Lock {
  /** 0 when the folder was never locked. */
  readonly number: number
  readonly holder: ProcessIdentity | null
}

const HELD = /^(\d+)$/
const FREE = /^(\d+)\.free$/

/**
 * Locks a folder for this process; the function that comes back frees it.
 *
 * Locks are numbered files in `lock/`, each saying which process it belongs to, and the highest number counts. A lock
 * that is free, or whose process is gone, is never taken away: the next number is made beside it, by a link, which only
 * one process can make. Numbers never start over, so whoever looked too long ago and makes a number that was in use
 * before finds a higher one and steps back.
 *
 * @throws {CatalogError} `STORE_LOCKED` with the process that holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const locks = join(folder, 'lock')
  await makeOwnFolder(locks)
  for (;;) {
    const { number, holder } = await highestLock(locks)
    if (holder && mayRun(holder)) throw lockedBy(folder, holder)
    if (await claim(locks, number + 1)) return () => free(locks, number + 1)
  }
}

/** True when a process may have the folder open; looks only. */
export async function isLocked(folder: string): Promise<boolean> {
  const locks = join(folder, 'lock')
  if (!existsSync(locks)) return false
  const { holder } = await highestLock(locks)
  return holder !== null && mayRun(holder)
}

/** Makes the lock of this number; false when somebody else was quicker, with this number or a higher one. */
export async function claim(locks: string, mine: number): Promise<boolean> {
  if (!(await make(locks, mine))) return false
  if ((await highestLock(locks)).number > mine) {
    await rm(join(locks, String(mine)), { force: true })
    return false
  }
  await removeOthers(locks, mine)
  return true
}

const numberOf = (name: string): number => Number((HELD.exec(name) ?? FREE.exec(name))?.[1] ?? 0)

async function highestLock(locks: string): Promise<Lock> {
  const names = (await readdir(locks)).filter((name) => numberOf(name) > 0)
  const highest = names.reduce((best, name) => (numberOf(name) > numberOf(best) ? name : best), '')
  const number = numberOf(highest)
  if (!HELD.test(highest)) return { number, holder: null }
  try {
    return { number, holder: ProcessIdentity.parse(JSON.parse(await readFile(join(locks, highest), 'utf8'))) }
  } catch (error) {
    // Freed or taken over while we looked: look again. Unreadable: a link shows whole files only, so this one is from
    // before the machine lost its power.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return highestLock(locks)
    return { number, holder: null }
  }
}

/** False when the number is taken. */
async function make(locks: string, number: number): Promise<boolean> {
  const draft = join(locks, `draft-${randomUUID()}`)
  try {
    await writeFile(draft, JSON.stringify(ownIdentity()), { flag: 'wx', mode: 0o600 })
    await link(draft, join(locks, String(number)))
    return true
  } catch (error) {
    // ENOENT: the one who was quicker has cleared our draft away.
    if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function free(locks: string, mine: number): Promise<void> {
  await rename(join(locks, String(mine)), join(locks, `${mine}.free`)).catch((error: unknown) => {
    // The folder was removed meanwhile, and its lock with it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  })
}

async function removeOthers(locks: string, mine: number): Promise<void> {
  const others = (await readdir(locks)).filter((name) => name !== String(mine) && numberOf(name) < mine)
  for (const name of others) await rm(join(locks, name), { force: true })
}

function lockedBy(folder: string, holder: ProcessIdentity): CatalogError {
  const elsewhere = holder.host === ownIdentity().host ? '' : ` @ ${holder.host}`
  return new CatalogError('STORE_LOCKED', {
    details: { folder, pid: elsewhere ? `${holder.pid}${elsewhere}` : holder.pid },
  })
}
