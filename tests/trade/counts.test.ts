import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Transaction } from '../../src/catalog/transaction.js'
import { TransactionCounts } from '../../src/trade/counts.js'
import { NOTHING, addFigures, type Figures } from '../../src/trade/figures.js'

const line = fc.record({
  productId: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
  quantity: fc.integer({ min: 1, max: 9 }),
  // Some have no place in four bytes, alone or once they are summed.
  amount: fc.constantFrom(0, 1000, 7000, 9000, 2_000_000_000, 2_147_483_648),
})

const sale = fc
  .record({
    platformId: fc.constantFrom('shop', 'postmart'),
    producerId: fc.constantFrom('ea-tu', 'go-den', null),
    province: fc.constantFrom('2025-07:66', '2025-07:80'),
    from: fc.constantFrom('2026-01-05', '2026-01-31', '2026-02-01'),
    count: fc.constantFrom(1, 1, 1, 40, 3_000_000_000),
    lines: fc.array(line, { maxLength: 4 }),
    isVoided: fc.boolean(),
  })
  .map(({ isVoided, ...facts }) => {
    const amount = facts.lines.reduce((sum, { amount: part }) => sum + part, 0)
    const entry = { ...facts, until: facts.from, kind: 'sale', amount } as unknown as Transaction
    return isVoided ? [entry, { ...entry, kind: 'void' as const }] : [entry]
  })

/** The same by reading the ledger: what nobody wants to wait for, and cannot be wrong. */
function readLedger(
  entries: readonly Transaction[],
  wanted: { platform?: string; producer?: string; products?: readonly string[]; until?: string },
): Figures {
  let sum = NOTHING
  for (const { kind, platformId, producerId, from, count, amount, lines } of entries) {
    if (wanted.until && from > wanted.until) continue
    if (wanted.platform && platformId !== wanted.platform) continue
    if (wanted.producer && producerId !== wanted.producer) continue
    const chosen = lines.filter(({ productId }) => !wanted.products || wanted.products.includes(productId))
    if (wanted.products && chosen.length === 0) continue
    const sign = kind === 'sale' ? 1 : -1
    sum = addFigures(sum, {
      transactions: sign * count,
      orderLines: sign * chosen.length,
      units: sign * chosen.reduce((units, { quantity }) => units + quantity, 0),
      amount: sign * (wanted.products ? chosen.reduce((total, part) => total + part.amount, 0) : (amount ?? 0)),
    })
  }
  return sum
}

it('any choice of days, platform, producer and products counts what reading the whole ledger would', () => {
  fc.assert(
    fc.property(
      fc.array(sale, { maxLength: 30 }),
      fc.record(
        {
          platform: fc.constantFrom('shop', 'postmart'),
          producer: fc.constantFrom('ea-tu', 'go-den'),
          products: fc.subarray(['p1', 'p2', 'p3', 'p4']),
          until: fc.constant('2026-01-31'),
        },
        { requiredKeys: [] },
      ),
      (sales, wanted) => {
        const entries = sales.flat()
        const counts = new TransactionCounts()
        counts.apply(entries)
        const { products, until } = wanted
        const { byMarket, byMonth, byProducer, byProduct } = counts.sum({
          span: until ? (span) => span.until <= until : undefined,
          market: wanted.platform ? ({ platformId }) => platformId === wanted.platform : undefined,
          basket: wanted.producer ? ({ producerId }) => producerId === wanted.producer : undefined,
          product: products ? (id) => products.includes(id) : undefined,
        })
        for (const parts of [byMarket, byMonth, byProducer])
          expect([...parts].reduce<Figures>((sum, [, figures]) => addFigures(sum, figures), NOTHING)).toEqual(
            readLedger(entries, wanted),
          )
        const ofProduct = new Map<string, Figures>(byProduct)
        for (const id of products ?? ['p1', 'p2', 'p3', 'p4'])
          expect(ofProduct.get(id) ?? NOTHING).toEqual(readLedger(entries, { ...wanted, products: [id] }))
      },
    ),
  )
})
