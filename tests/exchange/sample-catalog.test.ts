import { beforeAll, describe, expect, it } from 'vitest'
import { createCatalog, type Catalog } from '../../src/index.js'
import { loadReference } from '../../src/exchange/reference-data.js'
import { isEmpty } from '../../src/exchange/sample/is-empty.js'
import { loadSampleCatalog } from '../../src/exchange/sample/sample-catalog.js'
import { openMemoryStore } from '../../src/store/lowdb-store.js'

const reference = await loadReference()
const openEmpty = () =>
  createCatalog({ store: openMemoryStore(), reference, clock: () => new Date('2026-11-22T05:00:00Z') })

let catalog: Catalog

const products = () => catalog.state.all('products')
const variants = () => products().flatMap((product) => product.variants)

describe('the sample catalog', () => {
  beforeAll(async () => {
    catalog = await openEmpty()
    expect(isEmpty(catalog)).toBe(true)
    await loadSampleCatalog(catalog)
  })

  it('holds 383 real products, each with its source, in one commit', () => {
    expect(products()).toHaveLength(383)
    expect(products().every(({ source }) => source)).toBe(true)
    expect(catalog.state.all('certificates').every(({ source }) => source)).toBe(true)
    expect(isEmpty(catalog)).toBe(false)
  })

  it('keeps the grades of its sources: 241 of three stars, 83 of four, 19 of five, 40 unknown', () => {
    const grades = new Map<number | null, number>()
    for (const { stars } of catalog.state.all('certificates')) grades.set(stars, (grades.get(stars) ?? 0) + 1)
    expect(Object.fromEntries(grades)).toEqual({ 3: 241, 4: 83, 5: 19, null: 40 })
  })

  it('claims recognition only where a decision or certificate is named, and invents no number', () => {
    for (const { outcome, decisionNumber } of catalog.state.all('certificates'))
      if (outcome === 'evaluated') expect(decisionNumber).toBeUndefined()
    expect(catalog.state.all('certificates').filter(({ outcome }) => outcome === 'evaluated').length).toBeGreaterThan(
      100,
    )
  })

  it('lies where its sources say: Đắk Lắk 85, Phú Yên 45, Long An 35 of the former provinces', () => {
    const count = (name: string) => {
      const province = reference.places.findProvinceByName(name, 'pre-2025-07')
      return products().filter(({ origin }) => origin.list === province?.list && origin.province === province.code)
        .length
    }
    expect(['Đắk Lắk', 'Phú Yên', 'Long An'].map(count)).toEqual([85, 45, 35])
  })

  it('marks every price and stock as illustrative, round and plausible', () => {
    expect(variants().length).toBeGreaterThan(600)
    for (const { illustrative, price, sku } of variants()) {
      expect(illustrative).toBe(true)
      expect(price).toSatisfy((amount: number) => amount % 1000 === 0 && amount >= 5_000 && amount <= 5_000_000)
      expect(catalog.state.stockOf(sku)).toSatisfy((stock: number) => stock >= 0 && stock <= 60)
    }
    expect(variants().some(({ sku }) => catalog.state.stockOf(sku) === 0)).toBe(true)
  })

  it('asks more for a larger pack, and less for each gram of it', () => {
    for (const { name, variants } of products())
      for (const [index, larger] of variants.entries()) {
        const smaller = variants[index - 1]
        if (!smaller || smaller.packSize.unit === 'piece' || smaller.packSize.count || larger.packSize.count) continue
        const [a, b] = [smaller, larger].map(({ packSize: { quantity, unit } }) =>
          unit === 'kg' || unit === 'l' ? quantity * 1000 : quantity,
        )
        expect(larger.price ?? 0, name.vi).toBeGreaterThan(smaller.price ?? 0)
        expect((larger.price ?? 0) / (b ?? 1), name.vi).toBeLessThanOrEqual((smaller.price ?? 0) / (a ?? 1))
      }
  })

  it('sells nothing without a producer, no tourism, and no spirits outside the sets that bear the age gate', () => {
    for (const { name, producerId, classification, variants } of products()) {
      if (variants.length === 0) continue
      expect(producerId, name.vi).not.toBeNull()
      expect(classification?.group, name.vi).not.toBe('VI')
      if (/rượu|đế gò đen/i.test(name.vi)) expect([14, 15], name.vi).toContain(classification?.set)
    }
  })

  it('is listed on our own storefront where it is sold, and invents no listing elsewhere', () => {
    const sold = products().filter((product) => product.variants.length > 0)
    const listings = catalog.state.all('listings')
    expect(listings).toHaveLength(sold.length)
    expect(new Set(listings.map(({ productId }) => productId))).toEqual(new Set(sold.map(({ id }) => id)))
    expect(new Set(listings.map(({ platformId }) => platformId))).toEqual(new Set([catalog.ownPlatform.id]))
    expect(listings[0]).toMatchObject({ status: 'orderable', listedOn: '2026-11-22', source: 'this storefront' })
  })

  it('knows real platforms with their sources, one of them closed', () => {
    const others = catalog.state.all('platforms').filter(({ own }) => !own)
    expect(others.length).toBeGreaterThanOrEqual(9)
    expect(others.every(({ source }) => source)).toBe(true)
    expect(others.filter(({ closedOn }) => closedOn).map(({ id }) => id)).toEqual(['sendo'])
  })

  it('is always the same', async () => {
    const other = await openEmpty()
    await loadSampleCatalog(other)
    expect(other.state.all('products')).toEqual(products())
    expect(other.state.all('listings')).toEqual(catalog.state.all('listings'))
    expect(variants().map(({ sku }) => other.state.stockOf(sku))).toEqual(
      variants().map(({ sku }) => catalog.state.stockOf(sku)),
    )
  })
})
