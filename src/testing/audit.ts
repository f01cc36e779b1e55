import assert from 'node:assert/strict'
import type { AuditEntry } from '../catalog/audit.js'
import type { Store } from '../catalog/store.js'
import { aProduct, anAnnouncement, anAuditEntry } from './records.js'
import { move, put } from './changes.js'
import type { Test } from './registrar.js'
import { outcomeOf, type OpenFresh } from './scene.js'

async function trailOf(store: Store): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  for await (const entry of store.readAudit()) entries.push(entry)
  return entries
}

const entries = (first: number, last: number): AuditEntry[] =>
  Array.from({ length: last - first + 1 }, (_, index) => anAuditEntry({ id: `entry-${first + index}` }))

const idsOf = (trail: readonly AuditEntry[]): string[] => trail.map(({ id }) => id)

export function describeAudit(test: Test, open: OpenFresh): void {
  test('what a person changed and the entry that says so are kept together, or neither', async () => {
    const { store } = await open()
    await store.commit({ puts: [put(aProduct())], audit: [anAuditEntry()] })
    assert.deepEqual(await trailOf(store), [anAuditEntry()])
    const refused = store.commit({ stock: [move(-1)], audit: entries(2, 2) })
    assert.equal(await outcomeOf(refused), 'OUT_OF_STOCK')
    assert.deepEqual(await trailOf(store), [anAuditEntry()])
  })

  test('the trail is read by page, the newest first', async () => {
    const { store } = await open()
    await store.commit({ audit: entries(1, 3) })
    await store.commit({ audit: entries(4, 5) })
    const first = await store.listAudit({ limit: 2 })
    assert.deepEqual(idsOf(first.entries), ['entry-5', 'entry-4'])
    const second = await store.listAudit({ limit: 2, after: first.next })
    assert.deepEqual(idsOf(second.entries), ['entry-3', 'entry-2'])
    assert.deepEqual(await store.listAudit({ limit: 2, after: second.next }), { entries: entries(1, 1), next: null })
    assert.deepEqual(idsOf(await trailOf(store)), idsOf(entries(1, 5)))
  })

  test('watchers hear of it, and it is there when the data are opened again', async () => {
    const scene = await open()
    await scene.store.commit({
      puts: [{ collection: 'announcements', record: anAnnouncement() }],
      audit: entries(1, 2),
    })
    assert.deepEqual(scene.announced[0]?.audit, entries(1, 2))
    const { store, state } = await scene.reopen()
    assert.deepEqual(await trailOf(store), entries(1, 2))
    assert.deepEqual(state.all('announcements'), [anAnnouncement()])
  })

  test('a page of no entries, or of more than a thousand, is refused by name', async () => {
    const { store } = await open()
    for (const page of [{ limit: 0 }, { limit: 1001 }, { limit: 10, after: 'x' }])
      assert.equal(await outcomeOf(store.listAudit(page)), 'INVALID_INPUT')
  })
}
