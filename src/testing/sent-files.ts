import assert from 'node:assert/strict'
import type { Test } from './registrar.js'
import type { OpenFresh } from './scene.js'

const NOW = Date.parse('2026-03-01T05:00:00Z')
const after = (milliseconds: number): Date => new Date(NOW + milliseconds)
const bytesOf = (text: string): Buffer => Buffer.from(text)
const DAY = 24 * 3_600_000

export function describeSentFiles(test: Test, open: OpenFresh): void {
  test('a file that was sent is found again with what is said of it and what is done with it', async () => {
    const { sentFiles } = (await open()).store
    const file = { id: 'f-1', accountId: 'a-1', facts: '{"name":"giá \\"mới\\".xlsx"}' }
    await sentFiles.keep(file, Uint8Array.of(0, 255, 80, 75), after(0))
    assert.deepEqual(await sentFiles.find('f-1'), { ...file, work: null })
    assert.deepEqual([...((await sentFiles.read('f-1')) ?? [])], [0, 255, 80, 75])
    const work = { worker: 'w-1', step: 'checking', done: 100, total: 42_933, at: NOW }
    await sentFiles.note('f-1', work)
    await sentFiles.describe('f-1', '{}')
    assert.deepEqual(await sentFiles.find('f-1'), { ...file, facts: '{}', work })
    await sentFiles.note('f-1', null)
    assert.equal((await sentFiles.find('f-1'))?.work, null)
    await sentFiles.note('f-none', work)
    assert.deepEqual([await sentFiles.find('f-none'), await sentFiles.read('f-none')], [null, null])
  })

  test('files that were sent give way to three newer ones of the same account, to twenty of all, to 100 MB, and after a day', async () => {
    const { sentFiles } = (await open()).store
    const keep = (id: string, accountId: string, at = 0) =>
      sentFiles.keep({ id, accountId, facts: '{}' }, bytesOf(id), after(at))
    const isKept = async (id: string) => (await sentFiles.find(id)) !== null
    for (const id of ['f-1', 'f-2', 'f-3', 'f-4']) await keep(id, 'a-1')
    assert.deepEqual([await isKept('f-1'), await isKept('f-2'), await isKept('f-4')], [false, true, true])
    for (let number = 0; number < 18; number += 1) await keep(`g-${number}`, `b-${number}`)
    assert.deepEqual([await isKept('f-2'), await isKept('f-3'), await isKept('g-17')], [false, true, true])
    await keep('h-1', 'c-1', DAY)
    assert.deepEqual([await isKept('g-17'), await isKept('h-1')], [false, true])
    const large = Buffer.alloc(51 * 1024 * 1024)
    for (const id of ['l-1', 'l-2']) await sentFiles.keep({ id, accountId: id, facts: '{}' }, large, after(DAY))
    assert.deepEqual([await isKept('h-1'), await isKept('l-1'), await isKept('l-2')], [true, false, true])
    // A fourth file of an account, which gives way, takes no room from those of others.
    const small = large.subarray(0, 16 * 1024 * 1024)
    for (const id of ['m-1', 'm-2', 'm-3', 'm-4'])
      await sentFiles.keep({ id, accountId: 'd-1', facts: '{}' }, small, after(DAY))
    assert.deepEqual([await isKept('m-1'), await isKept('m-2'), await isKept('m-4')], [false, true, true])
    assert.deepEqual([await isKept('l-2'), await isKept('h-1')], [true, true])
  })
}
