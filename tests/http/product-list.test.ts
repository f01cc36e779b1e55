import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowseShop } from './browse-shop.js'
import { runShop, type RunningShop } from './trade-shop.js'

describe('the product list, without scripts', () => {
  let shop: RunningShop
  beforeAll(async () => {
    shop = await runShop('', { catalog: await openBrowseShop() })
  })
  afterAll(() => shop.stop())

  const names = (visitor: Awaited<ReturnType<typeof open>>) =>
    visitor
      .$('.product-card__name')
      .toArray()
      .map((name) => visitor.$(name).text())
  const open = (path: string) => shop.visitor().open(path)

  it('keeps the query in the box, says how many were found, and marks the words that fit', async () => {
    const visitor = await open('/products?q=ca%20phe')
    expect(visitor.$('#search').attr('value')).toBe('ca phe')
    expect(visitor.text('#found')).toBe('2 sản phẩm cho “ca phe”')
    expect(visitor.text('.product-card mark')).toContain('Càphê')
  })

  it('shows of each product its picture, stars, price, unit price, stock word, place and standing', async () => {
    const visitor = await open('/products?q=m%E1%BA%ADt+ong')
    const card = visitor.text('.product-card')
    expect(card).toMatch(/Mật ong hoa cà phê/)
    expect(card).toMatch(/Đắk Lắk/)
    expect(card).toMatch(/150\.000\s₫/)
    expect(card).toMatch(/300\.000\s₫\/l/)
    expect(card).toMatch(/Sắp hết, còn 2/)
    expect(card).toMatch(/Chưa rõ hiệu lực/)
    expect(visitor.$('.product-card img[src][width][height]')).toHaveLength(visitor.$('.product-card').length)
    expect(visitor.$('.product-card .stars[aria-label="3 sao"]')).toHaveLength(1)
  })

  it('narrows by what is ticked in the form, lists it as a chip, and takes it off again', async () => {
    const visitor = await open('/products')
    await visitor.press('.filters__form .button', { group: 'beverages' })
    expect(names(visitor)).toEqual(['Rượu đế Gò Đen'])
    expect(visitor.text('.chip')).toContain('Đồ uống')
    // “Remove all” stands beside several filters alone: of one it is what the chip does.
    const clear = '.list-page__results a[href="/products"]'
    expect(visitor.$(clear)).toHaveLength(1)
    await visitor.follow('.chip')
    expect(names(visitor)).toHaveLength(4)
    await visitor.open('/products?group=food&set=4')
    expect(visitor.$(`${clear}:not(.chip)`).text()).toBe('Bỏ tất cả')
  })

  it('offers each value with its count, sets only within a group, communes only within a province', async () => {
    const visitor = await open('/products')
    expect(visitor.text('.filters__form')).toMatch(/Đắk Lắk \(3\)/)
    expect(visitor.text('.filters__form')).toMatch(/Tây Ninh \(1\)/)
    expect(visitor.$('[name="set"]')).toHaveLength(0)
    await visitor.open('/products?group=food')
    expect(visitor.$('[name="set"][value="13"]')).toHaveLength(1)
  })

  it.each([
    ['stars=3', ['Mật ong hoa cà phê']],
    ['recognition=lapsed', ['Rượu đế Gò Đen']],
    ['province=tay-ninh', ['Rượu đế Gò Đen']],
    ['province=long-an', ['Rượu đế Gò Đen']],
    ['platform=postmart', ['Cà phê bột']],
    ['producer=go-den', ['Rượu đế Gò Đen']],
    ['min=100.000', ['Mật ong hoa cà phê']],
    ['max=66k&min=60k', ['Cà phê bột']],
    ['group=food&set=4', ['Mật ong hoa cà phê']],
  ])('filters by %s', async (query, expected) => {
    expect(names(await open(`/products?${query}`))).toEqual(expected)
  })

  it('understands prices and stars in the query as filters that can be taken off', async () => {
    const visitor = await open(`/products?q=${encodeURIComponent('cà phê 4 sao')}`)
    expect(visitor.text('.chip')).toContain('4 sao')
    await visitor.follow('.chip')
    expect(visitor.$('#search').attr('value')).toBe('cà phê')
  })

  it('sorts by price and keeps the filters while doing so', async () => {
    const visitor = await open('/products?group=food')
    await visitor.press('.sorting .button', { sort: 'priceDesc' })
    expect(names(visitor)).toEqual(['Mật ong hoa cà phê', 'Cà phê bột'])
    expect(visitor.text('.chip')).toContain('Thực phẩm')
  })

  it('helps whoever finds nothing: without the filters, by group, or everything', async () => {
    const visitor = await open('/products?q=zzzzqq&stars=5')
    expect(visitor.status).toBe(200)
    expect(visitor.text('h2')).toContain('Chưa tìm thấy sản phẩm nào')
    expect(visitor.$('.tile').length).toBeGreaterThan(1)
    await visitor.follow('.button--primary[href*="zzzzqq"]')
    expect(visitor.path).toBe('/products?q=zzzzqq')
  })

  it('offers what is nearest to words that fit nothing', async () => {
    const visitor = await open('/products?q=m%C3%A1y+pha+c%C3%A0+ph%C3%AA')
    expect(visitor.text('#nearest')).toMatch(/^Gần với từ đã gõ: cà phê/)
    await visitor.follow('#nearest a')
    expect(names(visitor)).toContain('Cà phê bột')
  })

  it('tells products with all words from those with some of them', async () => {
    const visitor = await open(`/products?q=${encodeURIComponent('mật ong hoa cà phê')}`)
    expect(visitor.$('#partial')).toHaveLength(0)
    await visitor.open(`/products?q=${encodeURIComponent('mật ong hoa nhãn')}`)
    expect(visitor.text('#partial')).toBe('Có một phần')
    expect(visitor.text('.list-page__results h2')).not.toContain('Đủ các từ')
  })

  it('shows the last page where there are fewer than asked for', async () => {
    const visitor = await open('/products?page=99')
    expect(visitor.status).toBe(200)
    expect(names(visitor).length).toBeGreaterThan(0)
    expect(new URL(visitor.$('link[rel=canonical]').attr('href') ?? '').search).toBe('')
    expect(visitor.$('.paging [aria-current]').length).toBeLessThan(2)
  })

  it.each([
    'page=0',
    'page=-3',
    'page=999',
    'page=1e9',
    'page=2.5',
    'sort=__proto__',
    'sort=cheap&sort=name',
    'group=constructor&group=food&group=food',
    'stars=9&stars=&stars=<script>',
    'min=-5&max=abc',
    'min=200000&max=100',
    'set=13%00&commune=%27',
    'province=../../etc/passwd',
    'q=%E0%A4%A&page=NaN',
    `q=${'a'.repeat(5000)}`,
    'q=%F0%9F%8D%AF%F0%9F%8D%AF',
    'escapeFn=1&settings[view%20options][client]=1',
  ])('answers a page for the address “%s”, however odd', async (query) => {
    const visitor = await open(`/products?${query}`)
    expect(visitor.status).toBe(200)
    expect(visitor.$('h1')).toHaveLength(1)
  })

  it('is found by search engines as a whole and by province, not in every narrowing', async () => {
    const robots = async (path: string) => (await open(path)).$('meta[name="robots"]').attr('content')
    expect(await robots('/products')).toBeUndefined()
    expect(await robots('/products?province=dak-lak')).toBeUndefined()
    expect(await robots('/products?stars=4&stock=1')).toBe('noindex')
    expect(await robots('/products?q=tra')).toBe('noindex')
  })

  it('suggests while one types, as JSON for the script and as a page for everyone', async () => {
    const visitor = await shop.visitor({ accept: 'application/json' }).open('/suggest?q=ca+ph')
    const [first] = (JSON.parse(visitor.response.text) as { suggestions: { text: string; href: string }[] }).suggestions
    expect(first?.text).toMatch(/^Cà phê/)
    expect(first?.href).toMatch(/^\/products/)
    const page = await open('/suggest?q=ca+ph')
    expect(page.text('.row-links')).toContain('Cà phê bột')
  })

  it('has pages with numbers, which keep the filters, once there is more than a page', async () => {
    const record = shop.catalog.state.get('products', 'hostile')
    const products = Array.from({ length: 50 }, (_, index) => ({
      ...record,
      id: `bun-${index}`,
      slug: `bun-${index}`,
      name: { vi: `Bún khô ${index}` },
      variants: record.variants.slice(0, 1).map((variant) => ({ ...variant, sku: `BUN-${index}` })),
    }))
    await shop.catalog.save({ products })
    const visitor = await open('/products?q=bun+kho')
    expect(visitor.text('#found')).toBe('50 sản phẩm cho “bun kho”')
    expect(visitor.text('.paging').replace(/\s+/g, ' ')).toMatch(/Trang 1 ?Trang 2 ?Trang 3 ?Sau ›/)
    const seen = new Set(names(visitor))
    for (const number of ['2', '3']) {
      await visitor.follow('.paging a[rel="next"]')
      expect(visitor.text('.paging [aria-current="page"]')).toContain(number)
      expect(visitor.path).toBe(`/products?q=bun+kho&page=${number}`)
      for (const name of names(visitor)) seen.add(name)
    }
    expect(visitor.$('.paging a[rel="next"]')).toHaveLength(0)
    expect(seen.size).toBe(50)
  })
})
