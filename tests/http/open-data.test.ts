import { parse } from 'csv-parse/sync'
import readSheet from 'read-excel-file/node'
import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowseShop } from './browse-shop.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'

describe.each(MOUNTS)('what a shop at “%s” gives away', (mount) => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openBrowseShop() })
  })
  afterAll(() => shop.stop())

  it('is told on a page that explains every column of the files', async () => {
    const reader = await shop.visitor().open('/open-data')
    expect(reader.status).toBe(200)
    const headings = reader
      .$('tbody th')
      .toArray()
      .map((cell) => reader.$(cell).text())
    const csv = (await reader.download('/open-data/products.csv')).bytes.toString()
    const [first, ...rows]: string[][] = parse(csv, { bom: true })
    expect(first).toEqual(headings)
    expect(reader.text()).toContain(`${rows.length} sản phẩm`)
    const { bytes, type } = await reader.download('/open-data/products.xlsx')
    expect(type).toContain('spreadsheetml')
    const [sheet] = await readSheet(bytes)
    expect(sheet?.data[0]).toEqual(headings)
    expect(csv).not.toMatch(/0262|\+84/)
    await reader.open('/open-data?lang=en')
    expect(reader.text()).toContain('What the columns mean')
  })

  it('gives Google Merchant what is really sold, and never a price that was made up', async () => {
    const $ = load((await shop.visitor().download('/feeds/google-merchant.xml')).bytes.toString(), { xml: true })
    const ids = $('item g\\:id')
      .toArray()
      .map((id) => $(id).text())
    const sold = shop.catalog.state
      .all('products')
      .filter(({ status }) => status === 'published')
      .flatMap(({ variants }) => variants)
      .filter(
        ({ sku, price, illustrative }) => !illustrative && price !== null && shop.catalog.state.stockOf(sku) !== null,
      )
    expect(ids.sort()).toEqual(sold.map(({ sku }) => sku as string).sort())
    expect(ids.length).toBeGreaterThan(2)
    const coffee = $('item').filter((_, item) => $(item).find('g\\:id').text() === 'CF-500')
    const read = (name: string) => coffee.find(`g\\:${name}`).text()
    expect([read('price'), read('availability'), read('brand'), read('item_group_id')]).toEqual([
      '120000 VND',
      'in_stock',
      'Hợp tác xã Ea Tu',
      'ca-phe-bot',
    ])
    expect(read('link')).toBe(`${shop.origin}/products/ca-phe-bot`)
  })
})
