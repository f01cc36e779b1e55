import * as vitest from 'vitest'
import { openLowdbStore, openMemoryStore } from '../../src/store/lowdb-store.js'
import type { Committed } from '../../src/catalog/store.js'
import { describeStore } from '../../src/testing/index.js'
import { newFolder } from './folder.js'

const report = (): void => undefined

describeStore(vitest, 'the lowdb store on a disk', async () => {
  const folder = await newFolder()
  return {
    store: await openLowdbStore({ folder, onWarning: report }),
    reopen: () => openLowdbStore({ folder, onWarning: report }),
  }
})

describeStore(vitest, 'the lowdb store in memory', () => {
  const store = openMemoryStore({ onWarning: report })
  const commits: Committed[] = []
  store.watch((committed) => commits.push(committed))
  return Promise.resolve({ store, reopen: () => Promise.resolve(openMemoryStore({ commits, onWarning: report })) })
})
