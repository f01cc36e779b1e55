import type * as z from 'zod'
import { Announcement } from '../catalog/office/announcement.js'
import { AuditEntry } from '../catalog/audit.js'
import { Certificate } from '../catalog/certificate.js'
import { Listing } from '../catalog/listing.js'
import { Order } from '../catalog/order.js'
import { Platform } from '../catalog/platform.js'
import { Producer } from '../catalog/producer.js'
import { Product } from '../catalog/product.js'
import { Transaction } from '../catalog/transaction.js'

/** Overrides of a record's fields, plain strings where the record is branded. */
type Fields<S extends z.ZodType> = Partial<z.input<S>>

const AT = '2026-11-22T05:00:00.000Z'
const EA_TU = { list: 'pre-2025-07', province: '66', text: 'Xã Ea Tu, TP Buôn Ma Thuột' } as const

export const aProducer = (fields: Fields<typeof Producer> = {}): Producer =>
  Producer.parse({
    id: 'ea-tu',
    version: 1,
    slug: fields.id ?? 'ea-tu',
    name: 'HTX Nông nghiệp Dịch vụ Công bằng Ea Tu',
    kind: 'cooperative',
    place: EA_TU,
    changedAt: AT,
    ...fields,
  })

/** A published coffee with one pack, `<id>-500`. */
export const aProduct = (fields: Fields<typeof Product> = {}): Product => {
  const id = fields.id ?? 'ca-phe'
  return Product.parse({
    id,
    version: 1,
    slug: id,
    status: 'published',
    name: { vi: 'Cà phê bột Ea Tu', en: 'Ea Tu ground coffee' },
    producerId: 'ea-tu',
    classification: { group: 'I', set: 13, basis: 'proposal' },
    origin: EA_TU,
    variants: [{ sku: `${id}-500`, packSize: { quantity: 500, unit: 'g' }, price: 120_000 }],
    photos: [],
    labelFacts: {},
    changedAt: AT,
    ...fields,
  })
}

export const aCertificate = (fields: Fields<typeof Certificate> = {}): Certificate =>
  Certificate.parse({
    id: 'ca-phe-2024',
    version: 1,
    productId: 'ca-phe',
    outcome: 'recognized',
    stars: 4,
    issuedOn: '2024-12-27',
    recognizedBy: { level: 'province' },
    place: EA_TU,
    changedAt: AT,
    ...fields,
  })

export const aPlatform = (fields: Fields<typeof Platform> = {}): Platform =>
  Platform.parse({
    id: 'postmart',
    version: 1,
    slug: fields.id ?? 'postmart',
    name: { vi: 'Postmart' },
    own: false,
    changedAt: AT,
    ...fields,
  })

export const aListing = (fields: Fields<typeof Listing> = {}): Listing =>
  Listing.parse({
    id: 'ca-phe-postmart',
    version: 1,
    productId: 'ca-phe',
    platformId: 'postmart',
    status: 'orderable',
    listedOn: '2024-03-01',
    changedAt: AT,
    ...fields,
  })

/** An order of two packs of {@link aProduct}; code and idempotency key follow its id. */
export const anOrder = (fields: Fields<typeof Order> = {}): Order => {
  const id = fields.id ?? 'order-1'
  return Order.parse({
    id,
    version: 1,
    code: `CODE-OF-${id}`.slice(0, 20),
    recipient: {
      name: 'Nguyễn Thị Hạnh',
      phone: '0905 123 456',
      place: { list: '2025-07', province: '66' },
      street: '12 Lê Duẩn',
    },
    fulfillments: [
      {
        producerId: 'ea-tu',
        lines: [{ productId: 'ca-phe', sku: 'ca-phe-500', name: 'Cà phê bột Ea Tu', quantity: 2, unitPrice: 120_000 }],
        shipping: 30_000,
        status: 'placed',
        history: [{ status: 'placed', at: AT }],
      },
    ],
    payment: 'cashOnDelivery',
    idempotencyKey: `key-of-${id}`,
    requestHash: '0'.repeat(64),
    placedAt: AT,
    changedAt: AT,
    ...fields,
  })
}

/** A sale of two packs of {@link aProduct} on Postmart. */
export const aSale = (fields: Fields<typeof Transaction> = {}): Transaction =>
  Transaction.parse({
    id: 'sale-1',
    kind: 'sale',
    platformId: 'postmart',
    producerId: 'ea-tu',
    province: '2025-07:66',
    from: '2026-11-22',
    until: '2026-11-22',
    count: 1,
    lines: [{ productId: 'ca-phe', sku: 'ca-phe-500', quantity: 2, amount: 240_000 }],
    amount: 240_000,
    recordedAt: AT,
    ...fields,
  })

/** The entry that takes a sale back, `<id>-void`. */
export const aVoid = (sale: Transaction, fields: Fields<typeof Transaction> = {}): Transaction =>
  Transaction.parse({ ...sale, id: `${sale.id}-void`, kind: 'void', voids: sale.id, ...fields })

export const anAnnouncement = (fields: Fields<typeof Announcement> = {}): Announcement =>
  Announcement.parse({
    id: 'hoi-cho',
    version: 1,
    slug: fields.id ?? 'hoi-cho',
    title: { vi: 'Hội chợ cà phê Buôn Ma Thuột', en: 'Buôn Ma Thuột coffee fair' },
    from: '2026-11-20',
    status: 'published',
    changedAt: AT,
    ...fields,
  })

export const anAuditEntry = (fields: Fields<typeof AuditEntry> = {}): AuditEntry =>
  AuditEntry.parse({
    id: 'audit-1',
    at: AT,
    actor: { id: 'lan', name: 'Nguyễn Thị Lan' },
    action: 'products.approve',
    subject: { collection: 'products', id: 'ca-phe' },
    before: { status: 'draft' },
    after: { status: 'published' },
    ...fields,
  })
