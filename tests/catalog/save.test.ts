import { describe, expect, it } from 'vitest'
import { CatalogError, type CatalogChanges } from '../../src/index.js'
import { openShop } from '../support/shop.js'

const issuesOf = async (changes: CatalogChanges): Promise<string[]> => {
  const catalog = await openShop()
  const { revision } = catalog.state
  const error: unknown = await catalog.save(changes).catch((reason: unknown) => reason)
  if (!(error instanceof CatalogError)) throw new Error('was not refused')
  expect(catalog.state.revision).toBe(revision)
  return error.issues.map(({ path, code }) => `${path} ${code}`)
}

const producer = (id: string, fields: object = {}) => ({
  id,
  slug: id,
  name: 'Hợp tác xã',
  kind: 'cooperative' as const,
  place: null,
  ...fields,
})

const listing = (id: string, productId: string, platformId = 'storefront') => ({
  id,
  productId,
  platformId,
  status: 'orderable' as const,
  listedOn: '2026-01-01',
})

describe('a change is refused as a whole, with nothing written,', () => {
  it('when two of its records bear one id', async () => {
    expect(await issuesOf({ producers: [producer('a'), producer('a', { slug: 'b' })] })).toEqual([
      'producers.1.id duplicate',
    ])
  })

  it('when a slug is taken, in the catalog or beside it', async () => {
    const producers = [producer('a', { slug: 'ea-tu' }), producer('b'), producer('c', { slug: 'b' })]
    expect(await issuesOf({ producers })).toEqual(['producers.0.slug duplicate', 'producers.2.slug duplicate'])
  })

  it('when what it refers to is not there', async () => {
    const changes = { listings: [listing('l', 'no-product', 'no-platform')], stock: [{ sku: 'NO-SKU', quantity: 1 }] }
    expect(await issuesOf(changes)).toEqual([
      'listings.0.productId notFound',
      'listings.0.platformId notFound',
      'stock.0.sku notFound',
    ])
  })

  it('when a product would be listed twice on one platform', async () => {
    const listings = [listing('one', 'mat-ong'), listing('two', 'mat-ong')]
    expect(await issuesOf({ listings })).toEqual(['listings.1.platformId duplicate'])
  })

  it('when a place is none, or a commune lies elsewhere', async () => {
    const producers = [
      producer('a', { place: { list: '2025-07', province: '99' } }),
      producer('b', { place: { list: '2025-07', province: '80', commune: '24133' } }),
    ]
    expect(await issuesOf({ producers })).toEqual([
      'producers.0.place.province notFound',
      'producers.1.place.commune notInProvince',
    ])
  })

  it('when an official product code names a commune of another province', async () => {
    const certificates = [
      {
        id: 'c',
        productId: 'mat-ong',
        outcome: 'recognized' as const,
        stars: 3 as const,
        issuedOn: '2026-01-05',
        productCode: '80-24133-001-2026',
        place: { list: '2025-07' as const, province: '66' },
      },
    ]
    expect(await issuesOf({ certificates })).toEqual(['certificates.0.productCode.commune notInProvince'])
  })
})

describe('a change that is based on a version', () => {
  it('is refused when somebody else changed the record meanwhile', async () => {
    const catalog = await openShop()
    await catalog.save({ producers: [producer('a')] })
    await catalog.save({ producers: [producer('a', { name: 'Tên mới', baseVersion: 1 })] })
    const late = catalog.save({ producers: [producer('a', { name: 'Tên khác', baseVersion: 1 })] })
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(catalog.state.find('producers', 'a')).toMatchObject({ name: 'Tên mới', version: 2 })
  })
})

it('saying again what the catalog says writes nothing', async () => {
  const catalog = await openShop()
  const { revision } = await catalog.save({ producers: [producer('a')] })
  expect((await catalog.save({ producers: [producer('a')] })).revision).toBe(revision)
})
