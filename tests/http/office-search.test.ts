import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/index.js'
import { openBrowseShop } from './browse-shop.js'
import { signIntoOffice } from './office-person.js'
import { runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

describe('the office’s page about the search', () => {
  let shop: RunningShop
  let catalog: Catalog
  let office: Visitor
  beforeAll(async () => {
    catalog = await openBrowseShop()
    shop = await runShop('', { catalog })
    office = await signIntoOffice(shop.visitor(), catalog)
  })
  afterAll(() => shop.stop())

  const WORDS = { words: 'mật dú', means: 'mật ong', notIn: '', note: 'miền Trung', queries: '' }
  const press = (button: 'preview' | 'save', typed: Record<string, string>) =>
    office.press(`main button[value="${button}"]`, typed)

  it('opens for administrators only', async () => {
    expect((await shop.visitor().open('/office/search')).status).toBe(401)
    await office.open('/office/search')
    expect(office.status).toBe(200)
    expect(office.text('h1')).toBe('Từ tìm kiếm')
  })

  it('lists what was searched for and not found', async () => {
    await shop.visitor().open('/products?q=zzqqzz')
    await office.open('/office/search')
    expect(office.text('section[aria-labelledby="missed"]')).toContain('zzqqzz')
  })

  it('shows beforehand what a word would change, and changes nothing', async () => {
    await office.open('/office/search')
    await press('preview', WORDS)
    expect(office.text('section[aria-labelledby="effects"]')).toMatch(/mật dú.*Thêm vào:.*Mật ong hoa cà phê/s)
    expect(office.$('#words').attr('value')).toBe('mật dú')
    expect(catalog.synonyms.list({ kind: 'system', name: 'test' })).toEqual([])
  })

  it('saves it, so that shoppers find by it at once; and takes it back', async () => {
    await office.open('/office/search')
    await press('save', WORDS)
    expect(office.path).toBe('/office/search')
    expect(office.text('section[aria-labelledby="rules"]')).toContain('mật dú ↔ mật ong')
    const shopper = await shop.visitor().open(`/products?q=${encodeURIComponent('mật dú')}`)
    expect(shopper.text('.product-card__name')).toContain('Mật ong hoa cà phê')
    await office.press('section[aria-labelledby="rules"] button', {})
    expect(office.text('section[aria-labelledby="rules"]')).toContain('Thôi dùng')
    expect(
      catalog.search({ text: 'mật dú', filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: 9 }),
    ).not.toMatchObject({ fullMatches: 1 })
  })

  it('keeps what was typed and says what is wrong, field by field', async () => {
    await office.open('/office/search')
    await press('save', { ...WORDS, words: 'x'.repeat(90), means: 'mật ong' })
    expect(office.status).toBe(422)
    expect(office.text('#words-error')).not.toBe('')
    expect(office.$('#means').attr('value')).toBe('mật ong')
  })
})
