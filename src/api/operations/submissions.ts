import * as z from 'zod'
import type { Operation } from '../operation.js'
import { ById, Paged } from '../schemas/paging.js'
import { PhotoBody } from '../schemas/photo.js'
import { BeginBody, PhotoOrderBody, Submission, SubmissionPage, WritingBody } from '../schemas/producer/submission.js'

/** What every change of one submission has in common. */
const CHANGED = {
  front: 'producer',
  scope: 'submissions:write',
  params: ById,
  answer: Submission,
  idempotency: 'heeded',
  versioned: true,
  refusals: ['SUBMISSION_MOVED_ON'],
} as const

/** What a producer writes for the office to approve, by a key of that producer. */
export const submissionOperations = {
  listSubmissions: {
    id: 'listSubmissions',
    method: 'get',
    path: '/producer/submissions',
    front: 'producer',
    summary: { vi: 'Hồ sơ sản phẩm của mình', en: 'Own submissions' },
    scope: 'submissions:read',
    query: z.strictObject(Paged),
    answer: SubmissionPage,
  },
  beginSubmission: {
    id: 'beginSubmission',
    method: 'post',
    path: '/producer/submissions',
    front: 'producer',
    summary: { vi: 'Mở hồ sơ mới', en: 'Begin a submission' },
    scope: 'submissions:write',
    body: BeginBody,
    answer: Submission,
    status: 201,
    idempotency: 'required',
    versioned: true,
  },
  getSubmission: {
    id: 'getSubmission',
    method: 'get',
    path: '/producer/submissions/{id}',
    front: 'producer',
    summary: { vi: 'Một hồ sơ', en: 'One submission' },
    scope: 'submissions:read',
    params: ById,
    answer: Submission,
    versioned: true,
  },
  writeSubmission: {
    ...CHANGED,
    id: 'writeSubmission',
    method: 'put',
    path: '/producer/submissions/{id}',
    summary: { vi: 'Ghi hồ sơ', en: 'Write a submission' },
    body: WritingBody,
    conditional: 'required',
    changes: 'submissions',
  },
  sendSubmission: {
    ...CHANGED,
    id: 'sendSubmission',
    method: 'post',
    path: '/producer/submissions/{id}/send',
    summary: { vi: 'Gửi hồ sơ cho cơ quan', en: 'Send a submission to the office' },
  },
  recallSubmission: {
    ...CHANGED,
    id: 'recallSubmission',
    method: 'post',
    path: '/producer/submissions/{id}/recall',
    summary: { vi: 'Rút hồ sơ về sửa', en: 'Take a submission back to write on' },
  },
  withdrawSubmission: {
    ...CHANGED,
    id: 'withdrawSubmission',
    method: 'post',
    path: '/producer/submissions/{id}/withdraw',
    summary: { vi: 'Bỏ hồ sơ', en: 'Give a submission up' },
  },
  addPhoto: {
    id: 'addPhoto',
    method: 'post',
    path: '/producer/submissions/{id}/photos',
    front: 'producer',
    summary: { vi: 'Thêm ảnh vào hồ sơ', en: 'Add a photo to a submission' },
    scope: 'submissions:write',
    params: ById,
    body: PhotoBody,
    maxBody: 22 * 2 ** 20,
    answer: Submission,
    status: 201,
    idempotency: 'required',
    versioned: true,
    refusals: ['SUBMISSION_MOVED_ON', 'PHOTOS_UNAVAILABLE'],
  },
  arrangePhotos: {
    ...CHANGED,
    id: 'arrangePhotos',
    method: 'put',
    path: '/producer/submissions/{id}/photos',
    summary: { vi: 'Sắp xếp, bỏ ảnh của hồ sơ', en: 'Order the photos of a submission, or remove some' },
    body: PhotoOrderBody,
    conditional: 'required',
    changes: 'submissions',
  },
} as const satisfies Record<string, Operation>
