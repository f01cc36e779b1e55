import type { Operation } from '../operation.js'
import { Producer, ProducerProfileBody } from '../schemas/shop/producer.js'

/** What a producer states of its place, contact and story. */
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
} as const satisfies Record<string, Operation>
