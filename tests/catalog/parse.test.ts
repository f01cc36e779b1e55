import { describe, expect, it } from 'vitest'
import { CatalogError, issueText } from '../../src/catalog/errors.js'
import { parse } from '../../src/catalog/parse.js'
import { Product } from '../../src/catalog/product.js'

const issuesOf = (input: unknown) => {
  try {
    parse(Product, input)
  } catch (error) {
    if (error instanceof CatalogError) return error.issues
    throw error
  }
  return []
}

const coffee = {
  id: 'coffee',
  version: 1,
  slug: 'ca-phe',
  status: 'published',
  name: { vi: 'Cà phê bột' },
  producerId: null,
  classification: null,
  origin: { list: 'pre-2025-07', province: '66' },
  variants: [],
  photos: [],
  labelFacts: {},
  changedAt: '2026-11-22T00:00:00Z',
}

describe('refused input', () => {
  it('names every fault at once, each with its path', () => {
    const issues = issuesOf({
      ...coffee,
      name: { vi: '' },
      slug: 'Cà phê',
      variants: [{ sku: 'CF-500', packSize: { quantity: 500, unit: 'g' }, price: 120_000.5, gtin: '8936003721778' }],
      colour: 'brown',
    })
    expect(issues.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'colour unknownField',
      'name.vi required',
      'slug badFormat',
      'variants.0.gtin checkDigit',
      'variants.0.price notInteger',
    ])
  })

  it('says in both languages how to mend it, never an untranslated key', () => {
    const [issue] = issuesOf({ ...coffee, name: { vi: 'x'.repeat(201) } })
    expect(issue && issueText(issue, 'vi')).toBe('Dài quá; tối đa 200 ký tự.')
    expect(issue && issueText(issue, 'en')).toBe('Too long; use at most 200 characters.')
  })

  it('is said to be missing when it is, rather than of a wrong type', () => {
    expect(issuesOf({ ...coffee, name: undefined })).toMatchObject([{ path: 'name', code: 'required' }])
    expect(issuesOf(null)).toMatchObject([{ path: '', code: 'required' }])
  })

  it('cannot slip in a prototype', () => {
    expect(issuesOf(JSON.parse(`{"__proto__": {"polluted": true}}`)).length).toBeGreaterThan(0)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

it('gives back Vietnamese text in NFC', () => {
  const name = 'Cà phê rang xay Đắk Lắk'
  expect(parse(Product, { ...coffee, name: { vi: name.normalize('NFD') } }).name.vi).toBe(name.normalize('NFC'))
})
