import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/access/actor.js'
import type { Membership } from '../../src/catalog/account.js'
import { parsePeriod } from '../../src/catalog/period.js'
import { CatalogError, createCatalog, openMemoryStore, type Catalog } from '../../src/index.js'
import { NOON, openShop, stockShop } from '../support/shop.js'

const person = (id: string, ...memberships: Membership[]): Actor => ({
  kind: 'person',
  accountId: id as never,
  name: `Người ${id}`,
  memberships,
})

const lan = person('lan', { front: 'producer', role: 'staff', producerId: 'ea-tu' as never })
const goDen = person('go-den', { front: 'producer', role: 'owner', producerId: 'go-den' as never })
const dakLak = person('hoa', { front: 'office', role: 'reviewer', scope: ['2025-07:66'] as never })
const tayNinh = person('minh', { front: 'office', role: 'reviewer', scope: ['2025-07:80'] as never })

const draft = {
  name: { vi: 'Hạt mắc ca sấy nứt vỏ' },
  classification: { group: 'I' as const, set: 7, basis: 'proposal' as const },
  origin: { list: 'pre-2025-07' as const, province: '66' },
  variants: [{ sku: 'MACCA-500', packSize: { quantity: 500, unit: 'g' as const }, price: 150_000, stock: 12 }],
  photos: [{ src: '/photos/abcdefghijklmnopqrstuvwx.jpg', alt: { vi: 'Hạt mắc ca' }, width: 1200, height: 900 }],
  labelFacts: {
    ingredients: { vi: '100% hạt mắc ca' },
    shelfLife: '12 tháng',
    storage: { vi: 'Nơi khô ráo' },
    declarationNumber: '02/EATU/2026',
  },
}

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof CatalogError ? error.code : error),
  )

async function sentBy(catalog: Catalog, content: object = draft) {
  const { id } = await catalog.submissions.begin(lan, 'ea-tu')
  await catalog.submissions.save(lan, id, { content: content as never })
  return catalog.submissions.send(lan, id)
}

describe('A producer lists a product', () => {
  it('the public sees nothing of it until the office approves it; then it is sold and found', async () => {
    const catalog = await openShop()
    const sent = await sentBy(catalog)
    expect([sent.status, sent.dueOn]).toEqual(['sent', '2026-11-25'])
    expect(catalog.state.find('products', sent.productId)).toBeNull()
    expect(
      catalog.search({ text: 'mắc ca', filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: 10 }).total,
    ).toBe(0)

    await catalog.submissions.queue.approve(dakLak, sent.id, sent.version)
    expect(catalog.state.get('products', sent.productId)).toMatchObject({
      slug: 'hat-mac-ca-say-nut-vo',
      status: 'published',
      producerId: 'ea-tu',
    })
    expect(catalog.state.stockOf('MACCA-500')).toBe(12)
  })

  it('what is missing is named when it is sent, and kept as a draft until then', async () => {
    const catalog = await openShop()
    const { id } = await catalog.submissions.begin(lan, 'ea-tu')
    await catalog.submissions.save(lan, id, { content: { ...draft, photos: [], name: undefined } })
    const refused = await catalog.submissions.send(lan, id).catch((error: unknown) => error as CatalogError)
    expect((refused as CatalogError).issues.map(({ path }) => path)).toEqual(['photos', 'name.vi'])
    expect(catalog.submissions.get(lan, id)).toMatchObject({ status: 'draft', content: { variants: draft.variants } })
  })

  it('and the next one begins in the commune of the last, which nobody stated of the producer', async () => {
    const catalog = await openShop()
    const commune = { list: '2025-07' as const, province: '66', commune: '24133' }
    const origin = async () => (await catalog.submissions.begin(lan, 'ea-tu')).content.origin
    expect(await origin()).toEqual(catalog.state.get('producers', 'ea-tu').place)
    const { id } = await sentBy(catalog, { ...draft, origin: commune })
    expect(await origin()).toEqual(commune)
    await catalog.submissions.recall(lan, id)
    await catalog.submissions.withdraw(lan, id)
    await sentBy(catalog)
    expect(await origin()).toEqual(draft.origin)
  })

  it('keeps all that is written at the same time, such as the photos that a phone sends at once', async () => {
    const catalog = await openShop()
    const { id } = await catalog.submissions.begin(lan, 'ea-tu')
    const photo = (letter: string) => ({ ...draft.photos[0], src: `/photos/${letter.repeat(24)}.jpg` }) as never
    await Promise.all([
      ...['a', 'b', 'c'].map((letter) =>
        catalog.submissions.save(lan, id, ({ content }) => ({
          content: { ...content, photos: [...content.photos, photo(letter)] },
        })),
      ),
      catalog.submissions.addVariant(lan, id),
      catalog.submissions.addVariant(lan, id),
    ])
    const { content } = catalog.submissions.get(lan, id)
    expect([content.photos.length, content.variants.length]).toEqual([3, 2])
  })

  it('comes back with a reason for a field, is mended and sent again with a new day', async () => {
    const catalog = await openShop()
    const { id } = await sentBy(catalog)
    const reasons = [{ path: 'photos', text: 'Ảnh mờ, xin chụp lại.' }]
    await catalog.submissions.queue.sendBack(dakLak, id, reasons)
    const returned = catalog.submissions.get(lan, id)
    expect(returned.history.at(-1)).toMatchObject({ status: 'returned', reasons, by: { id: 'hoa' } })
    await catalog.submissions.save(lan, id, { content: draft })
    const again = await catalog.submissions.send(lan, id)
    expect(again.status).toBe('sent')
    expect(catalog.submissions.queue.listDue(dakLak).map((submission) => submission.id)).toEqual([id])
    expect(await codeOf(catalog.submissions.queue.sendBack(dakLak, id, []))).toBe('INVALID_INPUT')
  })

  it('others see, write and decide nothing of it', async () => {
    const catalog = await openShop()
    const { id } = await sentBy(catalog)
    const { submissions } = catalog
    expect([
      await codeOf(submissions.save(goDen, id, { content: draft })),
      await codeOf(submissions.queue.approve(tayNinh, id)),
      await codeOf(submissions.queue.approve(lan, id)),
      await codeOf(submissions.withdraw(dakLak, id)),
      await codeOf(submissions.begin(goDen, 'ea-tu')),
    ]).toEqual(['NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'])
    expect(submissions.queue.listDue(tayNinh)).toEqual([])
  })

  it('a decision on what was changed meanwhile is refused', async () => {
    const catalog = await openShop()
    const sent = await sentBy(catalog)
    await catalog.submissions.recall(lan, sent.id)
    await catalog.submissions.save(lan, sent.id, { content: { ...draft, name: { vi: 'Hạt mắc ca rang' } } })
    await catalog.submissions.send(lan, sent.id)
    expect(await codeOf(catalog.submissions.queue.approve(dakLak, sent.id, sent.version))).toBe('CONFLICT')
  })

  it('a certificate that it claims is recorded when the office approves it', async () => {
    const catalog = await openShop()
    const { id } = await catalog.submissions.begin(lan, 'ea-tu')
    const certificate = { stars: 4 as const, issuedOn: '2026-05-20', decisionNumber: '1234/QĐ-UBND' }
    await catalog.submissions.save(lan, id, { content: draft, certificate })
    await catalog.submissions.send(lan, id)
    expect(catalog.submissions.queue.changes(dakLak, id)).toContainEqual({
      path: 'certificate.stars',
      before: null,
      after: 4,
    })
    const { productId } = await catalog.submissions.queue.approve(dakLak, id)
    expect(catalog.state.certificatesOf(productId)).toMatchObject([{ stars: 4, outcome: 'recognized' }])
  })
})

describe('A change of a product', () => {
  it('shows what differs, keeps the price set meanwhile and its rules, and there is one at a time', async () => {
    const store = openMemoryStore()
    const catalog = await createCatalog({ store, clock: () => NOON })
    await stockShop(catalog)
    const change = await catalog.submissions.beginChange(lan, 'ea-tu', 'mat-ong')
    expect((await catalog.submissions.beginChange(lan, 'ea-tu', 'mat-ong')).id).toBe(change.id)
    const content = { ...draft, variants: change.content.variants, name: { vi: 'Mật ong hoa cà phê Ea Tu' } }
    await catalog.submissions.save(lan, change.id, { content })
    await catalog.goods.change(lan, 'ea-tu', [{ sku: 'HONEY', price: 170_000 }])
    const rules = {
      sale: { price: 140_000, from: '2026-11-01', until: '2026-12-01' },
      buyMore: [{ from: 3, percent: 5 }],
      vatRate: 8 as const,
      shippingWeight: 800,
    }
    await catalog.prices.change(lan, 'HONEY', rules)
    await catalog.submissions.send(lan, change.id)
    const paths = catalog.submissions.queue.changes(dakLak, change.id).map(({ path }) => path)
    expect(paths).toContain('name.vi')
    expect(paths).not.toContain('variants.HONEY.price')
    await catalog.submissions.queue.approve(dakLak, change.id)
    expect(catalog.state.get('products', 'mat-ong')).toMatchObject({
      slug: 'mat-ong',
      name: { vi: 'Mật ong hoa cà phê Ea Tu' },
      variants: [{ price: 170_000, ...rules }],
    })
    const { entries } = await store.listAudit({ limit: 10 })
    expect(entries[0]).toMatchObject({
      action: 'submissions.approve',
      actor: { id: 'hoa' },
      before: { 'name.vi': 'Mật ong hoa cà phê' },
      after: { 'name.vi': 'Mật ong hoa cà phê Ea Tu' },
    })
  })
})

describe('A trusted producer', () => {
  it('is published at once; a faulty sample ends the trust; such approvals do not adorn the on-time rate', async () => {
    const catalog = await openShop()
    const { queue } = catalog.submissions
    await queue.setTrust(dakLak, 'ea-tu', true)
    const approved = []
    for (let number = 0; number < 40; number += 1)
      approved.push(
        await sentBy(catalog, {
          ...draft,
          variants: [{ ...draft.variants[0], sku: `MACCA-${number}` }],
        }),
      )
    expect(new Set(approved.map(({ status }) => status))).toEqual(new Set(['approved']))
    expect(new Set(approved.map(({ sampling }) => sampling?.rate))).toEqual(new Set([20]))
    const [sample] = queue.listSamples(dakLak)
    if (!sample) throw new Error('of forty none was drawn: one chance in seven thousand')
    await queue.checkSample(dakLak, sample.id, 'faulty', 'Ảnh không đúng sản phẩm')
    expect(catalog.state.get('producerSettings', 'ea-tu').trusted).toBeUndefined()
    expect((await sentBy(catalog, { ...draft, variants: [{ ...draft.variants[0], sku: 'MACCA-X' }] })).status).toBe(
      'sent',
    )
    expect(queue.onTime(dakLak, parsePeriod('2026')).percent).toBeNull()
  })
})

describe('Stock and prices', () => {
  it('change at once, by their own producer alone, never below none, and the trail says so', async () => {
    const catalog = await openShop({ now: () => NOON })
    const { goods } = catalog
    expect(await goods.move(lan, 'ea-tu', 'HONEY', 1)).toBe(3)
    expect(await goods.move(lan, 'ea-tu', 'HONEY', -10)).toBe(0)
    await Promise.all(Array.from({ length: 5 }, () => goods.move(lan, 'ea-tu', 'HONEY', 2)))
    expect(catalog.state.stockOf('HONEY')).toBe(10)
    expect([
      await codeOf(goods.move(goDen, 'ea-tu', 'HONEY', 1)),
      await codeOf(goods.move(lan, 'ea-tu', 'SPIRIT', 1)),
      await codeOf(goods.change(lan, 'ea-tu', [{ sku: 'HONEY', price: -5 }])),
    ]).toEqual(['NOT_FOUND', 'INVALID_INPUT', 'INVALID_INPUT'])
    await goods.change(lan, 'ea-tu', [
      { sku: 'HONEY', price: 175_000, stock: 4 },
      { sku: 'CF-250', stock: 0 },
    ])
    expect(goods.list(lan, 'ea-tu').map(({ variant, stock }) => [variant.sku, variant.price, stock])).toEqual([
      ['CF-250', 65_000, 0],
      ['CF-500', 120_000, 10],
      ['HONEY', 175_000, 4],
    ])
  })
})
