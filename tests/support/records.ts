import type * as z from 'zod'
import { COLLECTION_NAMES, type CatalogRecords } from '../../src/catalog/collections.js'
import { Submission } from '../../src/catalog/submission.js'

/** The records of the published suite, which other tests take too. */
export {
  aCertificate,
  aListing,
  aPlatform,
  aProducer,
  aProduct,
  aSale,
  aVoid,
  anAnnouncement,
  anAuditEntry,
  anOrder,
} from '../../src/testing/records.js'

/** Overrides of a record's fields, plain strings where the record is branded. */
type Fields<S extends z.ZodType> = Partial<z.input<S>>

const AT = '2026-11-22T05:00:00.000Z'
const EA_TU = { list: 'pre-2025-07', province: '66', text: 'Xã Ea Tu, TP Buôn Ma Thuột' } as const

/** A complete draft of a new coffee, not sent yet. */
export const aSubmission = (fields: Fields<typeof Submission> = {}): Submission =>
  Submission.parse({
    id: 'ho-so-1',
    version: 1,
    producerId: 'ea-tu',
    productId: 'ca-phe-moi',
    status: 'draft',
    content: {
      name: { vi: 'Cà phê bột Ea Tu' },
      classification: { group: 'I', set: 13, basis: 'proposal' },
      origin: EA_TU,
      variants: [{ sku: 'CPM-500', packSize: { quantity: 500, unit: 'g' }, price: 120_000, stock: 40 }],
      photos: [{ src: '/media/ca-phe.jpg', alt: { vi: 'Cà phê bột Ea Tu' }, width: 1200, height: 900 }],
      labelFacts: {
        ingredients: { vi: '100% cà phê Robusta' },
        shelfLife: '12 tháng kể từ ngày sản xuất',
        storage: { vi: 'Nơi khô ráo' },
        declarationNumber: '01/EATU/2026',
      },
    },
    base: null,
    history: [{ status: 'draft', at: AT, by: { name: 'Nguyễn Thị Lan' } }],
    createdAt: AT,
    changedAt: AT,
    ...fields,
  })

/** A catalog without any record. */
export const noRecords = (): { readonly [C in keyof CatalogRecords]: readonly CatalogRecords[C][] } =>
  Object.fromEntries(COLLECTION_NAMES.map((name) => [name, []])) as never
