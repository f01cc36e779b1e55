import { describe, expect, it } from 'vitest'
import { Day, type Instant } from '../../src/catalog/day.js'
import { CatalogError } from '../../src/catalog/errors.js'
import { parsePeriod } from '../../src/catalog/period.js'
import { ProductDraft } from '../../src/catalog/submission.js'
import { addWorkingDays, isWorkingDay } from '../../src/catalog/working-days.js'
import { nextContent, toChanges } from '../../src/desk/approve.js'
import { changesOf, claimChanges } from '../../src/desk/changes.js'
import { copyOf, draftOf, emptyDraft } from '../../src/desk/draft-of.js'
import { findGaps } from '../../src/desk/gaps.js'
import { onTimeOf } from '../../src/desk/on-time.js'
import { awaitsSample, drawSample, isApprovedAtOnce } from '../../src/desk/sampling.js'
import { requireWritable, step } from '../../src/desk/steps.js'
import { aCertificate, aProduct, aSubmission } from '../support/records.js'

const day = (text: string) => Day.parse(text)
const at = (text: string) => `${text}T03:00:00.000Z` as Instant
const LAN = { id: 'lan', name: 'Nguyễn Thị Lan' }
const OFFICE = { id: 'hoa', name: 'Trần Văn Hòa' }

const codeOf = (attempt: () => unknown): string => {
  try {
    attempt()
  } catch (error) {
    if (error instanceof CatalogError) return error.code
  }
  return 'none'
}

describe('Working days', () => {
  it('leave out weekends and public holidays, those moved from a weekend too', () => {
    expect(addWorkingDays(day('2026-11-26'), 3)).toBe('2026-12-01')
    expect(isWorkingDay(day('2026-02-17'))).toBe(false)
    // Giỗ Tổ Hùng Vương 2026 is a Sunday: the Monday after is free.
    expect([isWorkingDay(day('2026-04-27')), isWorkingDay(day('2026-04-28'))]).toEqual([false, true])
    expect(addWorkingDays(day('2026-04-29'), 1)).toBe('2026-05-04')
  })

  it('Tết 2030 comes a day earlier than in China', () => {
    expect([isWorkingDay(day('2030-02-01')), isWorkingDay(day('2030-02-08'))]).toEqual([false, true])
  })
})

describe('What a submission needs before it is sent', () => {
  it('an empty draft lacks everything, a fresh fruit less than a processed food', () => {
    const paths = (draft: ProductDraft) => findGaps(draft).map(({ path }) => path)
    expect(paths(emptyDraft(null))).toEqual([
      'photos',
      'name.vi',
      'classification.set',
      'origin',
      'variants.0.packSize',
      'variants.0.price',
    ])
    const { content } = aSubmission()
    expect(paths({ ...content, labelFacts: {} })).toEqual([
      'labelFacts.ingredients',
      'labelFacts.shelfLife',
      'labelFacts.storage',
      'labelFacts.declarationNumber',
    ])
    const fresh = ProductDraft.parse({
      ...content,
      classification: { group: 'I', set: 1, basis: 'proposal' },
      labelFacts: {},
    })
    expect(paths(fresh)).toEqual(['labelFacts.shelfLife', 'labelFacts.storage'])
  })

  it('a copy keeps packs and label, and takes new SKUs, no photo and no bar code', () => {
    const { content } = aSubmission()
    const copy = copyOf(content, () => 'NEW-1')
    expect(copy.variants).toEqual([{ sku: 'NEW-1', packSize: { quantity: 500, unit: 'g' }, price: 120_000 }])
    expect([copy.photos, copy.labelFacts]).toEqual([[], content.labelFacts])
  })
})

describe('The way of a submission', () => {
  it('is sent, comes back with reasons, is mended, sent again and approved; each step is kept', () => {
    const sent = step(aSubmission(), 'sent', LAN, at('2026-11-26'))
    expect([sent.status, sent.dueOn]).toEqual(['sent', '2026-12-01'])
    const reasons = [{ path: 'photos', text: 'Ảnh mờ, xin chụp lại.' }]
    const back = step(sent, 'returned', OFFICE, at('2026-11-27'), { reasons })
    expect(back.dueOn).toBeUndefined()
    const approved = step(step(back, 'sent', LAN, at('2026-11-28')), 'approved', OFFICE, at('2026-12-04'))
    expect(approved.history.map(({ status, dueOn }) => [status, dueOn])).toEqual([
      ['draft', undefined],
      ['sent', undefined],
      ['returned', '2026-12-01'],
      ['sent', undefined],
      ['approved', '2026-12-02'],
    ])
    expect(onTimeOf([approved], parsePeriod('2026'), day('2026-12-10'))).toEqual({
      decided: 2,
      inTime: 1,
      late: 1,
      overdue: 0,
      percent: 50,
    })
  })

  it('nobody writes in what the office has, and what is decided stays decided', () => {
    const sent = step(aSubmission(), 'sent', LAN, at('2026-11-26'))
    expect(codeOf(() => requireWritable(sent))).toBe('SUBMISSION_MOVED_ON')
    const approved = step(sent, 'approved', OFFICE, at('2026-11-26'))
    for (const status of ['sent', 'returned', 'withdrawn', 'draft'] as const)
      expect(codeOf(() => step(approved, status, LAN, at('2026-11-27')))).toBe('SUBMISSION_MOVED_ON')
  })

  it('what waits past its day counts against the office, what is not due yet does not', () => {
    const sent = step(aSubmission(), 'sent', LAN, at('2026-11-26'))
    const asked = (today: string) => onTimeOf([sent], parsePeriod('2026-12'), day(today))
    expect([asked('2026-12-01').overdue, asked('2026-12-02').overdue, asked('2026-12-02').percent]).toEqual([0, 1, 0])
    expect(asked('2026-12-01').percent).toBeNull()
  })
})

describe('Trusted producers', () => {
  const settings = {
    id: 'ea-tu',
    version: 1,
    notices: {},
    changedAt: at('2026-11-01'),
    trusted: { since: at('2026-11-01'), by: OFFICE },
  } as never

  it('are approved at once, unless they claim a certificate', () => {
    const claim = { stars: 4, issuedOn: '2024-12-27' } as never
    expect([
      isApprovedAtOnce(null, aSubmission()),
      isApprovedAtOnce(settings, aSubmission()),
      isApprovedAtOnce(settings, { ...aSubmission(), certificate: claim }),
    ]).toEqual([false, true, false])
  })

  it('one in five is drawn for a later look, and the rate is noted', () => {
    const drawn = Array.from({ length: 100 }, (_, draw) => drawSample(draw))
    expect([drawn.filter(({ isChosen }) => isChosen).length, drawn[0]?.rate]).toEqual([20, 20])
    const checked = { at: at('2026-12-01'), by: OFFICE, outcome: 'fine' as const }
    expect(awaitsSample(aSubmission({ sampling: drawSample(0) }))).toBe(true)
    expect(awaitsSample(aSubmission({ sampling: { ...drawSample(0), checked } }))).toBe(false)
  })
})

describe('What changed', () => {
  const product = aProduct({ variants: [{ sku: 'CF-500', packSize: { quantity: 500, unit: 'g' }, price: 120_000 }] })

  it('is told field by field against what is public', () => {
    const next = ProductDraft.parse({
      ...draftOf(product),
      name: { vi: 'Cà phê bột Ea Tu loại 1', en: 'Ea Tu ground coffee' },
      variants: [
        { sku: 'CF-1000', packSize: { quantity: 1, unit: 'kg' }, price: 230_000 },
        { sku: 'CF-500', packSize: { quantity: 500, unit: 'g' }, price: 125_000 },
      ],
    })
    expect(changesOf(draftOf(product), next)).toEqual([
      { path: 'name.vi', before: 'Cà phê bột Ea Tu', after: 'Cà phê bột Ea Tu loại 1' },
      { path: 'variants.CF-1000.packSize', before: null, after: { quantity: 1, unit: 'kg' } },
      { path: 'variants.CF-1000.price', before: null, after: 230_000 },
      { path: 'variants.CF-500.price', before: 120_000, after: 125_000 },
    ])
    expect(changesOf(draftOf(product), draftOf(product))).toEqual([])
  })

  it('a claim is compared with the certificate on record', () => {
    const claim = { stars: 5 as const, issuedOn: '2024-12-27' as never }
    expect(claimChanges(claim, aCertificate())).toEqual([{ path: 'certificate.stars', before: 4, after: 5 }])
  })

  it('a price set in the shop meanwhile stays, unless the draft sets it too', () => {
    const base = draftOf(product)
    const submission = aSubmission({
      base,
      content: { ...base, name: { vi: 'Cà phê chồn' } },
    })
    const dearer = { ...product, variants: product.variants.map((variant) => ({ ...variant, price: 130_000 })) }
    expect(nextContent(submission, dearer)).toMatchObject({
      name: { vi: 'Cà phê chồn' },
      variants: [{ sku: 'CF-500', price: 130_000 }],
    })
    const priced = {
      ...submission,
      content: { ...base, variants: base.variants.map((v) => ({ ...v, price: 99_000 })) },
    }
    expect(nextContent(priced, dearer).variants[0]?.price).toBe(99_000)
  })
})

describe('Approval', () => {
  const context = {
    product: null,
    certificates: [],
    stockOf: () => null,
    isSlugTaken: (slug: string) => slug === 'ca-phe-bot-ea-tu',
    newId: () => 'certificate-1',
    ownPlatformId: 'storefront',
    today: '2026-11-22' as never,
  }

  it('makes the product with a free address, its certificate and its first stock', () => {
    const submission = aSubmission({ certificate: { stars: 4, issuedOn: '2026-05-01', decisionNumber: '12/QĐ-UBND' } })
    const { products, certificates, listings, stock } = toChanges(submission, context)
    expect(listings).toMatchObject([{ platformId: 'storefront', status: 'orderable', listedOn: '2026-11-22' }])
    expect(products).toMatchObject([
      { id: 'ca-phe-moi', slug: 'ca-phe-bot-ea-tu-2', status: 'published', producerId: 'ea-tu' },
    ])
    expect(certificates).toMatchObject([
      { id: 'certificate-1', productId: 'ca-phe-moi', stars: 4, recognizedBy: { level: 'province' } },
    ])
    expect(stock).toEqual([{ sku: 'CPM-500', quantity: 40 }])
  })

  it('is refused when something is missing, by name', () => {
    const { content } = aSubmission()
    expect(codeOf(() => toChanges(aSubmission({ content: { ...content, photos: [] } }), context))).toBe('INVALID_INPUT')
  })
})
