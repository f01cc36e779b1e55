import { cp, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { parsePeriod } from '../../src/catalog/period.js'
import { createCatalog } from '../../src/create-catalog.js'
import { FORMAT } from '../../src/store/journal/journal-lines.js'
import { verifyFolder } from '../../src/store/verify-folder.js'

const kept = (name: string) => new URL(`kept/${name}`, import.meta.url)

/** A copy of a folder as an earlier version of the catalog left it. */
async function copyOf(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-kept-'))
  await cp(kept(name), folder, { recursive: true })
  return folder
}

const markerOf = async (folder: string) => JSON.parse(await readFile(join(folder, 'ocop.json'), 'utf8')) as unknown

describe('A folder that format 1 left behind, with two orders, one of them cancelled,', () => {
  it('is verified as it is, and not changed by that', async () => {
    const folder = await copyOf('format-1')
    const { orders, ledgerEntries, records } = await verifyFolder(folder)
    expect([orders, ledgerEntries, records.products]).toEqual([2, 3, 1])
    expect(await markerOf(folder)).toMatchObject({ format: 1 })
  })

  it('opens with all that it held, takes new changes, and is of the present format from then on', async () => {
    const folder = await copyOf('format-1')
    const catalog = await createCatalog({ folder })
    expect(catalog.state.stockOf('ca-phe-500')).toBe(17)
    const figures = catalog.transactions({ period: parsePeriod('2026-Q4'), province: null, mode: 'asThen' })
    await catalog.announcements.save(system('test'), {
      id: 'hoi-cho',
      slug: 'hoi-cho',
      title: { vi: 'Hội chợ' },
      from: '2026-11-20',
      status: 'published',
    })
    await catalog.close()

    expect(await markerOf(folder)).toMatchObject({ format: FORMAT })
    const again = await createCatalog({ folder })
    expect(again.state.all('announcements')).toHaveLength(1)
    expect(again.transactions({ period: parsePeriod('2026-Q4'), province: null, mode: 'asThen' })).toEqual(figures)
    expect((await again.recount()).differences).toEqual([])
    await again.close()
    expect((await verifyFolder(folder)).orders).toBe(2)
  })
})
