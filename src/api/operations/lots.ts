import * as z from 'zod'
import type { Operation } from '../operation.js'
import { LotBody, Lots, NewLotBody, ProducerLot, ProducerLots } from '../schemas/shop/lot.js'
import { ById, BySlug, Cursor, Limit, Paged } from '../schemas/paging.js'

/** Lots behind the QR codes on packs: read by everybody, kept by producers. */
export const lotOperations = {
  listLots: {
    id: 'listLots',
    method: 'get',
    path: '/products/{slug}/lots',
    front: 'shop',
    summary: { vi: 'Các lô hàng, để truy xuất nguồn gốc', en: 'Lots of a product, to trace where it comes from' },
    params: BySlug,
    query: z.strictObject(Paged),
    answer: Lots,
  },
  listOwnLots: {
    id: 'listOwnLots',
    method: 'get',
    path: '/producer/lots',
    front: 'producer',
    summary: { vi: 'Lô hàng của một sản phẩm của mình', en: 'Lots of an own product' },
    scope: 'goods:read',
    query: z.strictObject({ productId: z.string().min(1).max(64), limit: Limit.optional(), cursor: Cursor.optional() }),
    answer: ProducerLots,
  },
  addLot: {
    id: 'addLot',
    method: 'post',
    path: '/producer/lots',
    front: 'producer',
    summary: { vi: 'Ghi lô hàng', en: 'Record a lot' },
    scope: 'goods:write',
    body: NewLotBody,
    answer: ProducerLot,
    status: 201,
    idempotency: 'required',
    versioned: true,
  },
  changeLot: {
    id: 'changeLot',
    method: 'put',
    path: '/producer/lots/{id}',
    front: 'producer',
    summary: { vi: 'Sửa, thu hồi lô hàng', en: 'Change a lot, or recall it' },
    scope: 'goods:write',
    params: ById,
    body: LotBody,
    answer: ProducerLot,
    idempotency: 'heeded',
    versioned: true,
    conditional: 'required',
    changes: 'lots',
  },
} as const satisfies Record<string, Operation>
