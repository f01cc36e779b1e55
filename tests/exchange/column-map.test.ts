import { describe, expect, it } from 'vitest'
import { CatalogError } from '../../src/index.js'
import { mapColumns } from '../../src/exchange/import/map-columns.js'
import { productColumns } from '../../src/exchange/products/product-columns.js'

const fieldsOf = (headings: readonly string[], chosen = new Map<string, string>()) =>
  Object.fromEntries(
    [...mapColumns(headings, productColumns, chosen).positions].map(([field, position]) => [field, headings[position]]),
  )

function refusalOf(headings: readonly string[], chosen = new Map<string, string>()): string[] {
  try {
    mapColumns(headings, productColumns, chosen)
  } catch (error) {
    if (error instanceof CatalogError) return error.issues.map(({ params }) => String(params['whyEn']))
  }
  throw new Error('the headings were accepted')
}

describe('columns are found by their headings', () => {
  it('in Vietnamese, in any order, with or without marks, whatever the case', () => {
    expect(fieldsOf(['HẠNG SAO', 'chu the', 'Tỉnh/Thành', 'Tên sản phẩm (*)', 'Số QĐ'])).toEqual({
      stars: 'HẠNG SAO',
      producer: 'chu the',
      province: 'Tỉnh/Thành',
      name: 'Tên sản phẩm (*)',
      decision_number: 'Số QĐ',
    })
  })

  it('in English and by field name', () => {
    expect(fieldsOf(['name', 'Province', 'district_or_commune', 'Decision date'])).toEqual({
      name: 'name',
      province: 'Province',
      district_or_commune: 'district_or_commune',
      decision_date: 'Decision date',
    })
  })

  it('by what the person says, which goes before the heading', () => {
    const chosen = new Map([
      ['Cột A', 'name'],
      ['Ghi chú', 'source'],
    ])
    expect(fieldsOf(['Cột A', 'Tỉnh', 'Ghi chú', 'Nguồn'], chosen)).toEqual({
      name: 'Cột A',
      province: 'Tỉnh',
      source: 'Ghi chú',
    })
  })

  it('and those that mean nothing are named, not read', () => {
    const { unknown, positions } = mapColumns(
      ['name', 'province', '__proto__', 'constructor', 'Ghi chú', ''],
      productColumns,
    )
    expect(unknown).toEqual(['__proto__', 'constructor', 'Ghi chú'])
    expect([...positions.keys()]).toEqual(['name', 'province'])
  })
})

describe('headings are refused', () => {
  it('naming every required column that is missing', () => {
    expect(refusalOf(['Sao', 'Năm'])).toEqual([
      'The column “Product” (name) is missing. Add it to the file, or say which column of the file it is.',
      'The column “Province” (province) is missing. Add it to the file, say which column of the file it is, or state it for all rows.',
    ])
  })

  it('when two columns mean the same field', () => {
    expect(refusalOf(['name', 'Tên sản phẩm', 'province'])).toEqual([
      'The columns “name” and “Tên sản phẩm” are both “Product”.',
    ])
  })

  it('when a choice names a column or a field that is not there', () => {
    const chosen = new Map([
      ['Cột Z', 'name'],
      ['name', '__proto__'],
    ])
    expect(refusalOf(['name', 'province'], chosen)).toEqual([
      'The file has no column “Cột Z”.',
      expect.stringContaining('There is no field “__proto__”'),
    ])
  })
})
