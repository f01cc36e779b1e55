import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Certificate } from '../../src/catalog/certificate.js'
import { Table } from '../../src/catalog/table.js'
import { aListing, aProduct } from '../support/records.js'

const PRODUCTS = ['a', 'b', 'c']

/** A version of one of a few certificates, each of which may be corrected to be another product's. */
const version = fc
  .record({ id: fc.constantFrom('1', '2', '3', '4'), productId: fc.constantFrom(...PRODUCTS) })
  .map((record) => record as unknown as Certificate)

describe('the records of a collection in memory', () => {
  it('are listed by what they share in the order in which they came to it, whichever version of them came last', () => {
    fc.assert(
      fc.property(fc.array(version, { maxLength: 40 }), (versions) => {
        const table = new Table('certificates')
        let listed: Certificate[] = []
        for (const record of versions) {
          table.put([record])
          const known = listed.findIndex(({ id }) => id === record.id)
          if (listed[known]?.productId === record.productId) listed[known] = record
          else listed = [...listed.filter(({ id }) => id !== record.id), record]
          for (const product of PRODUCTS) {
            const expected = listed.filter(({ productId }) => productId === product)
            const found = table.grouped('product', product)
            expect(found).toEqual(expected)
            expect(found.every((one, index) => one === expected[index])).toBe(true)
          }
        }
      }),
    )
  })

  it('are found by what one alone holds; to ask by a claim that the store alone remembers is a mistake', () => {
    const [products, listings] = [new Table('products'), new Table('listings')]
    const [product, other] = [aProduct({ id: 'mat-ong', slug: 'mat-ong' }), aProduct({ id: 'tra', slug: 'tra' })]
    products.put([product, other])
    expect(products.holderOf('slug', 'tra')).toBe(other)
    listings.put([aListing({ productId: product.id, platformId: 'shopee' })])
    expect(() => listings.holderOf('pair', 'mat-ong shopee')).toThrow('listings are not looked up by pair')
    expect(() => listings.holderOf('slug', 'tra')).toThrow('listings are not looked up by slug')
  })
})
