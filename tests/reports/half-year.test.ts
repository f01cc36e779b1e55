import { beforeAll, describe, expect, it } from 'vitest'
import { createCatalog, parsePeriod, type Catalog, type PlaceMode, type ProvinceKey } from '../../src/index.js'
import { openMemoryStore } from '../../src/store/lowdb-store.js'
import { buildHalfYear2024, HALF_YEAR } from '../support/half-year-2024.js'
import { NOON } from '../support/shop.js'

const LONG_AN = 'pre-2025-07:80'
const DAK_LAK = 'pre-2025-07:66'
const period = parsePeriod(HALF_YEAR)

let catalog: Catalog
beforeAll(async () => {
  catalog = await createCatalog({ store: openMemoryStore(), clock: () => NOON })
  await buildHalfYear2024(catalog)
})

const province = (key: string) => catalog.reference.places.province(key as ProvinceKey)
const percent = (share: number | null) => (share === null ? null : (share * 100).toFixed(1))

const coverage = (key: string, mode: PlaceMode) => {
  const { recognized, onAnyPlatform, platforms } = catalog.coverage({ period, province: province(key), mode })
  return {
    recognized,
    onAnyPlatform,
    platforms: platforms.map((row) => [row.platform.name.vi, row.listed, percent(row.share)]),
  }
}

const rankOf = (key: string, mode: PlaceMode) => {
  const { rows } = catalog.ranking({ period, key: 'transactions', mode })
  return rows.find((row) => row.province.key === key)
}

describe('the first half of 2024 as two provinces reported it', () => {
  it('Long An: 85 of 168 products on the Post office’s platform, 42 and 15 on two others, not added up', () => {
    const { recognized, platforms } = coverage(LONG_AN, 'asThen')
    expect(recognized).toBe(168)
    expect(platforms).toEqual([
      ['Postmart', 85, '50.6'],
      ['nongsanantoanlongan.vn', 42, '25.0'],
      ['longantrade.com', 15, '8.9'],
    ])
  })

  it('Đắk Lắk: 1,715 products on platforms, 42,933 transactions, 5th by transactions', () => {
    expect(coverage(DAK_LAK, 'asThen').onAnyPlatform).toBe(1715)
    const { total } = catalog.transactions({ period, province: province(DAK_LAK), mode: 'asThen' })
    expect(total.transactions).toBe(42_933)
    expect(rankOf(DAK_LAK, 'asThen')).toMatchObject({ rank: 5, value: 42_933 })
    expect(catalog.ranking({ period, key: 'transactions', mode: 'asThen' }).tieRule).toBe('standardCompetition')
  })
})

describe('asked as now', () => {
  it('Long An’s figures stand under Tây Ninh', () => {
    expect(coverage('2025-07:80', 'asNow')).toEqual(coverage(LONG_AN, 'asNow'))
    expect(coverage('2025-07:80', 'asNow').recognized).toBe(168)
  })

  it('Đắk Lắk’s include Phú Yên’s', () => {
    expect(rankOf('2025-07:66', 'asNow')?.value).toBe(42_933 + 1_000)
  })
})

it('a province is not asked as then for a day before it existed', () => {
  expect(() => coverage('2025-07:80', 'asThen')).toThrow(/did not exist on 2024-06-30/)
})

it('equal values share a rank, and the next rank is left out', async () => {
  const tied = await createCatalog({ store: openMemoryStore(), clock: () => NOON })
  await tied.save({ platforms: [{ id: 'p', slug: 'p', name: { vi: 'P' }, own: false }] })
  const figures = { '66': 9, '80': 7, '54': 7, '24': 5 }
  await tied.recordPlatformSales(
    Object.entries(figures).map(([code, count]) => ({
      platformId: 'p',
      externalNumber: code,
      from: '2024-05-01',
      count,
      province: `pre-2025-07:${code}`,
    })),
  )
  const { rows } = tied.ranking({ period, key: 'transactions', mode: 'asThen' })
  expect(rows.map(({ rank, value }) => [rank, value])).toEqual([
    [1, 9],
    [2, 7],
    [2, 7],
    [4, 5],
  ])
})
