import { describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { Day } from '../../src/catalog/day.js'
import { createCatalog } from '../../src/create-catalog.js'
import { openMemoryStore } from '../../src/store/lowdb-store.js'

const fair = {
  id: 'hoi-cho',
  slug: 'hoi-cho',
  title: { vi: 'Hội chợ cà phê' },
  from: '2026-11-20',
  until: '2026-11-30',
  status: 'published' as const,
}

describe('News on the home page', () => {
  it('is shown from its first day to its last, the newest first, until it is withdrawn', async () => {
    const catalog = await createCatalog({ store: openMemoryStore() })
    const { announcements } = catalog
    await announcements.save(system('test'), fair)
    await announcements.save(system('test'), { ...fair, id: 'mua-gat', slug: 'mua-gat', from: '2026-11-25' })
    const shown = (day: string) => announcements.shownOn(Day.parse(day)).map(({ id }) => id)
    expect([shown('2026-11-19'), shown('2026-11-20'), shown('2026-11-30'), shown('2026-12-01')]).toEqual([
      [],
      ['hoi-cho'],
      ['mua-gat', 'hoi-cho'],
      [],
    ])
    await announcements.save(system('test'), { ...fair, status: 'withdrawn' })
    expect(shown('2026-11-20')).toEqual([])
  })

  it('five changes at once are all made, one after the other', async () => {
    const { announcements, state } = await createCatalog({ store: openMemoryStore() })
    await Promise.all(
      Array.from({ length: 5 }, (_, day) => announcements.save(system('test'), { ...fair, from: `2026-11-1${day}` })),
    )
    expect(state.get('announcements', fair.id).version).toBe(5)
  })
})
