import type { Operation } from '../operation.js'
import { ById } from '../schemas/paging.js'
import { Producer, ProducerProfileBody } from '../schemas/shop/producer.js'

/** What a producer, or its office for it, states of its place, contact and story. */
export const profileOperations = {
  getProfile: {
    id: 'getProfile',
    method: 'get',
    path: '/producer/profile',
    front: 'producer',
    summary: { vi: 'Thông tin của mình: địa chỉ, liên hệ, câu chuyện', en: 'Own profile: address, contact, story' },
    scope: 'producers:read',
    answer: Producer,
    versioned: true,
  },
  setProfile: {
    id: 'setProfile',
    method: 'put',
    path: '/producer/profile',
    front: 'producer',
    summary: { vi: 'Đặt thông tin của mình', en: 'Set the own profile' },
    scope: 'producers:write',
    body: ProducerProfileBody,
    answer: Producer,
    idempotency: 'heeded',
    versioned: true,
    conditional: 'required',
    changes: 'producers',
  },
  getProducerProfile: {
    id: 'getProducerProfile',
    method: 'get',
    path: '/office/producers/{id}',
    front: 'office',
    summary: { vi: 'Thông tin của một chủ thể trong địa bàn', en: 'The profile of a producer within reach' },
    scope: 'producers:read',
    params: ById,
    answer: Producer,
    versioned: true,
  },
  setProducerProfile: {
    id: 'setProducerProfile',
    method: 'put',
    path: '/office/producers/{id}',
    front: 'office',
    summary: { vi: 'Đặt thông tin, tên và loại hình của chủ thể', en: 'Set the profile, name and kind of a producer' },
    scope: 'producers:write',
    params: ById,
    body: ProducerProfileBody,
    answer: Producer,
    idempotency: 'heeded',
    versioned: true,
    conditional: 'required',
    changes: 'producers',
  },
} as const satisfies Record<string, Operation>
