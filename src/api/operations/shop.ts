import * as z from 'zod'
import type { Operation } from '../operation.js'
import { PlatformProducts, PublicPlatforms } from '../schemas/shop/around.js'
import { CollectionDetail, Collections } from '../schemas/shop/collection.js'
import { BySlug, Cursor, Limit, Paged, pathText } from '../schemas/paging.js'
import { FoundCommunes, Groups, ProvinceCommunes, Provinces } from '../schemas/shop/place.js'
import { ProducerDetail, ProducerPage } from '../schemas/shop/producer.js'
import { Figures, FiguresQuery } from '../schemas/shop/report.js'
import { Announcements } from '../schemas/office/showcase.js'
import { ProductDetail, ProductPage, ProductQuery, Suggestions } from '../schemas/shop/product.js'

/** What everybody may read of the shop. */
export const shopOperations = {
  listProducts: {
    id: 'listProducts',
    method: 'get',
    path: '/products',
    front: 'shop',
    summary: { vi: 'Tìm, lọc và sắp xếp sản phẩm', en: 'Search, filter and sort products' },
    query: ProductQuery,
    answer: ProductPage,
  },
  getProduct: {
    id: 'getProduct',
    method: 'get',
    path: '/products/{slug}',
    front: 'shop',
    summary: { vi: 'Một sản phẩm', en: 'One product' },
    params: BySlug,
    answer: ProductDetail,
  },
  suggest: {
    id: 'suggest',
    method: 'get',
    path: '/suggestions',
    front: 'shop',
    summary: { vi: 'Gợi ý khi đang gõ', en: 'Suggestions while typing' },
    query: z.strictObject({ q: z.string().max(100), limit: z.int().min(1).max(20).optional() }),
    answer: Suggestions,
  },
  listProducers: {
    id: 'listProducers',
    method: 'get',
    path: '/producers',
    front: 'shop',
    summary: { vi: 'Chủ thể có sản phẩm, theo tên', en: 'Producers with products, by name' },
    query: z.strictObject({
      name: z.string().max(100).optional(),
      limit: Limit.optional(),
      cursor: Cursor.optional(),
    }),
    answer: ProducerPage,
  },
  getProducer: {
    id: 'getProducer',
    method: 'get',
    path: '/producers/{slug}',
    front: 'shop',
    summary: { vi: 'Một chủ thể và các sản phẩm', en: 'One producer and its products' },
    params: BySlug,
    answer: ProducerDetail,
  },
  listProvinces: {
    id: 'listProvinces',
    method: 'get',
    path: '/provinces',
    front: 'shop',
    summary: { vi: 'Các tỉnh, thành phố hiện nay', en: 'The provinces of today' },
    answer: Provinces,
  },
  listCommunes: {
    id: 'listCommunes',
    method: 'get',
    path: '/provinces/{code}/communes',
    front: 'shop',
    summary: { vi: 'Xã, phường của một tỉnh, thành phố', en: 'Communes of a province' },
    params: z.strictObject({ code: pathText(10) }),
    answer: ProvinceCommunes,
  },
  findPlaces: {
    id: 'findPlaces',
    method: 'get',
    path: '/places',
    front: 'shop',
    summary: {
      vi: 'Tìm xã, phường theo tên nay hoặc tên cũ, của tỉnh đã chọn (province) trước',
      en: 'Find communes by a name of today or before, those of the chosen province first',
    },
    query: z.strictObject({ q: z.string().max(100).optional(), province: z.string().max(10).optional() }),
    answer: FoundCommunes,
  },
  listGroups: {
    id: 'listGroups',
    method: 'get',
    path: '/groups',
    front: 'shop',
    summary: { vi: 'Nhóm và bộ sản phẩm của Chương trình', en: 'Groups and product sets of the programme' },
    answer: Groups,
  },
  listPublicPlatforms: {
    id: 'listPublicPlatforms',
    method: 'get',
    path: '/platforms',
    front: 'shop',
    summary: { vi: 'Các sàn và số sản phẩm trên đó hôm nay', en: 'Platforms, with what is listed there today' },
    query: z.strictObject(Paged),
    answer: PublicPlatforms,
  },
  listOnPlatform: {
    id: 'listOnPlatform',
    method: 'get',
    path: '/platforms/{slug}',
    front: 'shop',
    summary: { vi: 'Sản phẩm trên một sàn', en: 'What is listed on one platform' },
    params: BySlug,
    query: z.strictObject({ limit: Limit.optional(), cursor: Cursor.optional() }),
    answer: PlatformProducts,
  },
  getFigures: {
    id: 'getFigures',
    method: 'get',
    path: '/figures',
    front: 'shop',
    summary: { vi: 'Số liệu công khai của một kỳ', en: 'The public figures of a period' },
    query: FiguresQuery,
    answer: Figures,
  },
  listAnnouncements: {
    id: 'listAnnouncements',
    method: 'get',
    path: '/announcements',
    front: 'shop',
    summary: { vi: 'Thông báo hôm nay', en: 'News of today' },
    query: z.strictObject(Paged),
    answer: Announcements,
  },
  listCollections: {
    id: 'listCollections',
    method: 'get',
    path: '/collections',
    front: 'shop',
    summary: { vi: 'Tuyển chọn theo mùa, theo hội đang giới thiệu', en: 'Collections shown today' },
    query: z.strictObject(Paged),
    answer: Collections,
  },
  getCollection: {
    id: 'getCollection',
    method: 'get',
    path: '/collections/{slug}',
    front: 'shop',
    summary: { vi: 'Một tuyển chọn và các sản phẩm', en: 'One collection and its products' },
    params: BySlug,
    answer: CollectionDetail,
  },
} as const satisfies Record<string, Operation>
