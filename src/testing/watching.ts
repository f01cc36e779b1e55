import assert from 'node:assert/strict'
import { aProduct } from './records.js'
import { put, move } from './changes.js'
import type { Test } from './registrar.js'
import { tally, type OpenFresh } from './scene.js'

export function describeWatching(test: Test, open: OpenFresh): void {
  test('watchers hear of each commit once, in order, before the one who committed', async () => {
    const { store } = await open()
    const heard: string[] = []
    store.watch(({ revision }) => heard.push(`watcher ${revision}`))
    await Promise.all(
      [1, 2, 3].map(async () => {
        const { revision } = await store.commit({ stock: [move(1)] })
        heard.push(`caller ${revision}`)
      }),
    )
    assert.deepEqual(
      heard.filter((entry) => entry.startsWith('watcher')),
      ['watcher 1', 'watcher 2', 'watcher 3'],
    )
    for (const revision of [1, 2, 3])
      assert.ok(heard.indexOf(`watcher ${revision}`) < heard.indexOf(`caller ${revision}`))
  })

  test('watchers have heard of all that was committed, once, when the store says that it has caught up', async () => {
    const { store, announced } = await open()
    const heard: number[] = []
    for (const quantity of [1, 2, 3]) {
      await store.commit({ stock: [move(quantity)] })
      await Promise.all([store.catchUp(), store.catchUp()])
      heard.push(announced.length)
    }
    assert.deepEqual(heard, [1, 2, 3])
  })

  test('watchers hear the whole of a commit, and nothing of one that was refused', async () => {
    const { store, announced } = await open()
    const commit = { puts: [put(aProduct())], transactions: [], stock: [move(1)], audit: [] }
    await tally([store.commit({ stock: [move(-1)] }), store.commit(commit), store.commit(commit)])
    assert.deepEqual(announced, [{ revision: 1, ...commit }])
  })

  test('a watcher that throws breaks neither the commit nor the other watchers', async () => {
    const { store } = await open()
    const heard: number[] = []
    store.watch(() => {
      throw new Error('This watcher is broken.')
    })
    store.watch(({ revision }) => heard.push(revision))
    await store.commit({ stock: [move(1)] })
    await store.commit({ stock: [move(1)] })
    assert.deepEqual(heard, [1, 2])
  })

  test('a watcher that has left hears nothing more; the same function may watch twice', async () => {
    const { store } = await open()
    const heard: number[] = []
    const listen = ({ revision }: { revision: number }): number => heard.push(revision)
    const leave = store.watch(listen)
    store.watch(listen)
    await store.commit({})
    leave()
    await store.commit({})
    assert.deepEqual(heard, [1, 1, 2])
  })

  test('a watcher may commit in its turn', async () => {
    const { store, state } = await open()
    const followUps: Promise<unknown>[] = []
    store.watch(({ revision }) => {
      if (revision === 1) followUps.push(store.commit({ stock: [move(1)] }))
    })
    await store.commit({ stock: [move(1)] })
    await Promise.all(followUps)
    assert.equal(state.revision, 2)
  })
}
