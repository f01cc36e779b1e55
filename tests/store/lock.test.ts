import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { claim, lockFolder } from '../../src/store/disk/lock-folder.js'
import { ownIdentity, type ProcessIdentity } from '../../src/store/disk/process-identity.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { newFolder } from './folder.js'

const OPENER = fileURLToPath(new URL('opening-process.ts', import.meta.url))

interface Opener {
  readonly pid: number
  /** Has the process try to open the folder; resolves with `open`, or with the error's code and the pid it names. */
  open(): Promise<string>
  kill(): Promise<void>
}

/** A process that is ready to open a folder. */
async function startOpener(folder: string): Promise<Opener> {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    ['--import', 'tsx', OPENER, folder],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  onTestFinished(kill)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string> => String((await lines.next()).value)
  expect(await nextLine()).toBe('ready')
  return {
    pid: child.pid ?? 0,
    kill,
    open() {
      child.stdin.write('open\n')
      return nextLine()
    },
  }
}

describe('one process at a time has a folder open', () => {
  it('a second process is refused at once, with the pid of the first; after closing it may open', async () => {
    const folder = await newFolder()
    const store = await openLowdbStore({ folder })
    const second = await startOpener(folder)
    expect(await second.open()).toBe(`STORE_LOCKED ${process.pid}`)
    await store.close()
    expect(await second.open()).toBe('open')
    const refusal: unknown = await openLowdbStore({ folder }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'STORE_LOCKED', status: 503, details: { folder, pid: second.pid } })
  })

  it('the same process is refused as well, until it has closed its first store', async () => {
    const folder = await newFolder()
    const store = await openLowdbStore({ folder })
    await expect(openLowdbStore({ folder })).rejects.toMatchObject({ details: { pid: process.pid } })
    await store.close()
    await (await openLowdbStore({ folder })).close()
  })

  it('after kill -9 the folder is free: of five that start at once, one opens it and four name that one', async () => {
    const folder = await newFolder()
    const first = await startOpener(folder)
    expect(await first.open()).toBe('open')
    await first.kill()

    let openers = await Promise.all(Array.from({ length: 5 }, () => startOpener(folder)))
    while (openers.length > 1) {
      const answers = await Promise.all(openers.map((opener) => opener.open()))
      const winner = openers.find((_, index) => answers[index] === 'open')
      const refusals = answers.filter((answer) => answer !== 'open')
      expect(refusals).toEqual(Array.from({ length: openers.length - 1 }, () => `STORE_LOCKED ${winner?.pid ?? 0}`))
      await winner?.kill()
      openers = openers.filter((opener) => opener !== winner)
    }
  })

  it('a store that refuses to open leaves no lock behind', async () => {
    const folder = await newFolder()
    await mkdir(folder)
    await writeFile(join(folder, 'ocop.json'), '{"format":99}')
    await expect(openLowdbStore({ folder })).rejects.toMatchObject({ code: 'STORE_NEWER' })
    await expect(openLowdbStore({ folder })).rejects.toMatchObject({ code: 'STORE_NEWER' })
  })
})

/** Leaves the lock of another process in a folder. */
async function leaveLock(folder: string, holder: Partial<ProcessIdentity> | string): Promise<void> {
  await mkdir(join(folder, 'lock'), { recursive: true })
  const content = typeof holder === 'string' ? holder : JSON.stringify({ ...ownIdentity(), ...holder })
  await writeFile(join(folder, 'lock', '41'), content)
}

describe('a lock that was left behind', () => {
  it.each<[who: string, holder: Partial<ProcessIdentity> | string]>([
    ['by a process that is gone', { pid: 2 ** 22 - 3 }],
    ['by a process whose number another one has now', { started: '12345' }],
    ['before the machine was started again', { boot: 'an-earlier-run' }],
    ['by an earlier run of this container', { space: 'pid:[1]' }],
    ['as an empty file, by a power cut', ''],
    ['as a broken file, by a power cut', '{"pid":'],
  ])('%s is no hindrance', async (_, holder) => {
    const folder = await newFolder()
    await leaveLock(folder, holder)
    const free = await lockFolder(folder)
    expect(await readdir(join(folder, 'lock'))).toEqual(['42'])
    await free()
    expect(await readdir(join(folder, 'lock'))).toEqual(['42.free'])
  })

  it.each<[who: string, holder: Partial<ProcessIdentity>, named: string | number]>([
    ['by a process that runs', {}, process.pid],
    ['on another machine', { host: 'web-2', boot: 'another' }, `${process.pid} @ web-2`],
    ['in another container', { host: 'web-2', space: 'pid:[1]' }, `${process.pid} @ web-2`],
  ])('%s counts', async (_, holder, named) => {
    const folder = await newFolder()
    await leaveLock(folder, holder)
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'STORE_LOCKED', details: { pid: named } })
  })

  it('never has two holders, however many come and go', async () => {
    const folder = await newFolder()
    await leaveLock(folder, { pid: 2 ** 22 - 3 })
    let holders = 0
    let taken = 0
    const comeAndGo = async (): Promise<void> => {
      for (let turn = 0; turn < 60; turn += 1) {
        const free = await lockFolder(folder).catch(() => null)
        if (!free) continue
        expect((holders += 1)).toBe(1)
        taken += 1
        await nextTurn()
        holders -= 1
        await free()
      }
    }
    await Promise.all(Array.from({ length: 12 }, comeAndGo))
    expect(taken).toBeGreaterThan(12)
  })

  it('whoever looked too long ago and makes a lock of the past steps back', async () => {
    const folder = await newFolder()
    await leaveLock(folder, {})
    const locks = join(folder, 'lock')
    expect(await claim(locks, 40)).toBe(false)
    expect(await readdir(locks)).toEqual(['41'])
  })

  it('is taken over by one of many who come at once, round after round', async () => {
    const folder = await newFolder()
    await leaveLock(folder, { pid: 2 ** 22 - 3, host: hostname() })
    for (let round = 0; round < 25; round += 1) {
      const results = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)))
      const winners = results.filter((result) => result.status === 'fulfilled')
      expect(winners).toHaveLength(1)
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'STORE_LOCKED' })
      await winners[0]?.value()
    }
  })
})
