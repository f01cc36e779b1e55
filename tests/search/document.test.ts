import { beforeAll, describe, expect, it } from 'vitest'
import { Day } from '../../src/catalog/day.js'
import { Sku } from '../../src/catalog/ids.js'
import { CatalogState } from '../../src/catalog/state.js'
import type { Snapshot } from '../../src/catalog/store.js'
import { loadReference } from '../../src/exchange/reference-data.js'
import { toSearchDocument } from '../../src/search/document.js'
import type { Reference } from '../../src/catalog/reference.js'
import { aCertificate, aListing, aPlatform, aProducer, aProduct, noRecords } from '../support/records.js'

let reference: Reference
beforeAll(async () => {
  reference = await loadReference()
})

const stateOf = (records: Partial<Snapshot['records']>, stock: [string, number][] = []): CatalogState =>
  CatalogState.from({
    revision: 1,
    records: { ...noRecords(), producers: [aProducer()], ...records },
    stock: new Map(stock.map(([sku, level]) => [Sku.parse(sku), level])),
  }).state

const documentOn = (day: string, state: CatalogState, product = aProduct()) =>
  toSearchDocument(product, state, reference, Day.parse(day))

describe('What search knows of a product', () => {
  it('its names, its producer and the names of its group and set', () => {
    expect(documentOn('2026-11-22', stateOf({}))).toMatchObject({
      id: 'ca-phe',
      name: 'Cà phê bột Ea Tu',
      nameEn: 'Ea Tu ground coffee',
      producer: 'HTX Nông nghiệp Dịch vụ Công bằng Ea Tu',
      groupNames: expect.arrayContaining(['Cà phê, ca cao', 'Thực phẩm']) as unknown,
      facts: { group: 'I', set: 13, producer: 'ea-tu' },
    })
  })

  it('the names of its place of today and of the time of recognition', () => {
    const fromTuyAn = aProduct({ origin: { list: 'pre-2025-07', province: '54', district: '559' } })
    const { places, facts } = documentOn('2026-11-22', stateOf({}), fromTuyAn)
    expect(places).toEqual(expect.arrayContaining(['Tuy An', 'Phú Yên', 'Đắk Lắk']))
    expect(facts).toMatchObject({ province: '66', commune: null })
  })

  it('its certificate as it stands on the day', () => {
    const state = stateOf({ certificates: [aCertificate()] })
    expect(documentOn('2026-11-22', state).facts).toMatchObject({ stars: 4, recognition: 'valid' })
    expect(documentOn('2028-11-22', state).facts).toMatchObject({ stars: 4, recognition: 'lapsed' })
    expect(documentOn('2026-11-22', stateOf({})).facts).toMatchObject({ stars: null, recognition: 'unconfirmed' })
    const evaluated = stateOf({ certificates: [aCertificate({ outcome: 'evaluated' })] })
    expect(documentOn('2026-11-22', evaluated).facts.recognition).toBe('unconfirmed')
  })

  it('the platforms where it is to be found on the day', () => {
    const state = stateOf({ platforms: [aPlatform({ closedOn: '2025-01-01' })], listings: [aListing()] })
    expect(documentOn('2024-06-30', state).facts.platforms).toEqual(['postmart'])
    expect(documentOn('2024-01-01', state).facts.platforms).toEqual([])
    expect(documentOn('2026-11-22', state).facts.platforms).toEqual([])
  })

  it('its lowest price, and in stock only where a variant has both price and stock', () => {
    const packSize = { quantity: 250, unit: 'g' } as const
    const product = aProduct({
      variants: [
        { sku: 'a', packSize, price: 120_000 },
        { sku: 'b', packSize, price: 65_000 },
        { sku: 'c', packSize, price: null },
      ],
    })
    expect(documentOn('2026-11-22', stateOf({}, [['a', 1]]), product).facts).toMatchObject({
      price: 65_000,
      inStock: true,
    })
    expect(documentOn('2026-11-22', stateOf({}, [['c', 9]]), product).facts.inStock).toBe(false)
  })

  it('the price of a sale on its days, and the usual one before and after', () => {
    const sale = { price: 50_000, from: '2026-11-20', until: '2026-11-25' }
    const packSize = { quantity: 250, unit: 'g' } as const
    const product = aProduct({ variants: [{ sku: 'a', packSize, price: 120_000, sale }] })
    const pricesOn = (day: string) => {
      const { price, unitPrice } = documentOn(day, stateOf({}), product).facts
      return { price, unitPrice }
    }
    expect(pricesOn('2026-11-19')).toEqual({ price: 120_000, unitPrice: 480_000 })
    expect(pricesOn('2026-11-20')).toEqual({ price: 50_000, unitPrice: 200_000 })
    expect(pricesOn('2026-11-25')).toEqual({ price: 50_000, unitPrice: 200_000 })
    expect(pricesOn('2026-11-26')).toEqual({ price: 120_000, unitPrice: 480_000 })
  })
})
