import type { Catalog } from '../../src/index.js'
import { openShop } from '../support/shop.js'

const DAK_LAK = { list: 'pre-2025-07', province: '66' } as const
const LONG_AN = { list: 'pre-2025-07', province: '80' } as const

const certificate = (productId: string, fields: Record<string, unknown>) => ({
  id: `${productId}-certificate`,
  productId,
  outcome: 'recognized' as const,
  stars: 4 as const,
  issuedOn: null,
  place: DAK_LAK,
  ...fields,
})

/** The name of a product that tries to be markup, wherever it is printed. */
export const HOSTILE_NAME = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'&`

/**
 * The small shop with what people look around for: certificates that are valid, unclear and past, a listing elsewhere,
 * a platform that has closed, one product with a sample price, one that is not for sale, and one with a hostile name.
 */
export async function openBrowseShop(options: { now?: () => Date } = {}): Promise<Catalog> {
  const catalog = await openShop(options)
  await catalog.save({
    certificates: [
      certificate('ca-phe-bot', {
        issuedOn: '2025-03-14',
        decisionNumber: '512/QĐ-UBND',
        recognizedBy: { level: 'province' },
        source: 'example.vn/ocop/ca-phe',
      }),
      certificate('mat-ong', { issuedOn: '2023', stars: 3 }),
      certificate('ruou-de', { issuedOn: '2022-05-01', place: LONG_AN }),
    ],
    platforms: [
      { id: 'postmart', slug: 'postmart', name: { vi: 'Postmart.vn' }, own: false, website: 'https://postmart.vn' },
      { id: 'sendo', slug: 'sendo', name: { vi: 'Sendo' }, own: false, closedOn: '2025-04-15' },
    ],
    listings: [
      {
        id: 'ca-phe-postmart',
        productId: 'ca-phe-bot',
        platformId: 'postmart',
        status: 'orderable',
        url: 'https://postmart.vn/ca-phe',
        price: 118_000,
        listedOn: '2024-06-30',
        lastCheckedOn: '2026-11-20',
      },
      { id: 'ca-phe-sendo', productId: 'ca-phe-bot', platformId: 'sendo', status: 'orderable', listedOn: '2023-01-05' },
    ],
    products: [
      {
        id: 'hostile',
        slug: 'hostile',
        status: 'published',
        name: { vi: HOSTILE_NAME },
        producerId: null,
        classification: null,
        origin: DAK_LAK,
        variants: [
          { sku: 'SAMPLE', packSize: { quantity: 1, unit: 'kg' }, price: 50_000, illustrative: true },
          { sku: 'UNPRICED', packSize: { quantity: 2, unit: 'kg' }, price: null },
        ],
        photos: [],
        labelFacts: {},
      },
      {
        id: 'draft',
        slug: 'draft',
        status: 'draft',
        name: { vi: 'Bản nháp chưa công bố' },
        producerId: 'ea-tu',
        classification: null,
        origin: DAK_LAK,
        variants: [],
        photos: [],
        labelFacts: {},
      },
    ],
    stock: [{ sku: 'SAMPLE', quantity: 3 }],
  })
  return catalog
}
