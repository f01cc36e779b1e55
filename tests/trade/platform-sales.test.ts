import { describe, expect, it } from 'vitest'
import { parsePeriod, type Catalog } from '../../src/index.js'
import { openShop } from '../support/shop.js'

const POSTMART = { id: 'postmart', slug: 'postmart', name: { vi: 'Postmart' }, own: false }

async function openShopWithPostmart(): Promise<Catalog> {
  const catalog = await openShop()
  await catalog.save({ platforms: [POSTMART] })
  return catalog
}

const sale = (externalNumber: string, fields: object = {}) => ({
  platformId: 'postmart',
  externalNumber,
  from: '2026-03-05',
  producerId: 'ea-tu',
  lines: [{ productId: 'ca-phe-bot', quantity: 3, amount: 360_000 }],
  ...fields,
})

const total = (catalog: Catalog, period: string) =>
  catalog.transactions({ period: parsePeriod(period), province: null, mode: 'asThen' }).total

describe('sales that another platform reports', () => {
  it('are recorded once, however often the same file comes', async () => {
    const catalog = await openShopWithPostmart()
    const file = [sale('PM-1'), sale('PM-2')]
    expect(await catalog.recordPlatformSales(file)).toEqual({ recorded: 2, known: 0 })
    expect(await catalog.recordPlatformSales([...file, sale('PM-3')])).toEqual({ recorded: 1, known: 2 })
    expect(total(catalog, '2026-H1')).toEqual({ transactions: 3, orderLines: 3, units: 9, amount: 1_080_000 })
    expect((await catalog.recount()).differences).toEqual([])
  })

  it('are refused as a whole when one is faulty, each fault with its row and field', async () => {
    const catalog = await openShopWithPostmart()
    const faulty = [
      sale('PM-1'),
      sale('PM-2', { platformId: 'nowhere' }),
      sale('PM-1'),
      sale('PM-4', { producerId: null, lines: [] }),
      sale('PM-5', { from: '2027-01-01' }),
      sale('PM-6', { until: '2026-03-01' }),
    ]
    await expect(catalog.recordPlatformSales(faulty)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [
        { path: '1.platformId', code: 'notFound' },
        { path: '2.externalNumber', code: 'duplicate' },
        { path: '3.province', code: 'required' },
        { path: '4.until' },
        { path: '5.until' },
      ],
    })
    expect(total(catalog, '2026').transactions).toBe(0)
  })

  it('as a statement over a half-year count there, and are not split over its quarters', async () => {
    const catalog = await openShopWithPostmart()
    await catalog.recordPlatformSales([
      sale('2024-H1', { from: '2024-01-01', until: '2024-06-30', count: 42_933, lines: [] }),
    ])
    expect(total(catalog, '2024-H1').transactions).toBe(42_933)
    expect(total(catalog, '2024').transactions).toBe(42_933)
    expect(total(catalog, '2024-Q2').transactions).toBe(0)
  })

  it('tell how a product sells apart from the whole', async () => {
    const catalog = await openShopWithPostmart()
    const both = [
      { productId: 'ca-phe-bot', quantity: 1, amount: 120_000 },
      { productId: 'mat-ong', quantity: 2, amount: 300_000 },
    ]
    await catalog.recordPlatformSales([sale('PM-1', { lines: both }), sale('PM-2')])
    const { total: all, byProduct } = catalog.transactions({
      period: parsePeriod('2026-Q1'),
      province: null,
      mode: 'asThen',
    })
    expect(all).toEqual({ transactions: 2, orderLines: 3, units: 6, amount: 780_000 })
    expect(byProduct).toEqual([
      { productId: 'ca-phe-bot', transactions: 2, orderLines: 2, units: 4, amount: 480_000 },
      { productId: 'mat-ong', transactions: 1, orderLines: 1, units: 2, amount: 300_000 },
    ])
  })
})
