import { inFront, type Route } from '../../route.js'
import { postBegin } from './begin.js'
import { check, postRecall, postSend, postWithdraw } from './check.js'
import { goods, postGoods } from './goods.js'
import { label, postLabel } from './label.js'
import { photos, photoUpload, postArrange, postPhotos } from './photos.js'
import { preview } from './preview.js'

const { get, post } = inFront('producer')
const WRITING = { may: 'submission.write' } as const

/** Listing a product, step by step. */
export const listingRoutes: readonly Route[] = [
  post('/producer/submissions', postBegin, WRITING),
  get('/producer/submissions/:id', check, WRITING),
  get('/producer/submissions/:id/photos', photos, WRITING),
  post('/producer/submissions/:id/photos', postPhotos, { ...WRITING, upload: photoUpload }),
  post('/producer/submissions/:id/photos/arrange', postArrange, WRITING),
  get('/producer/submissions/:id/goods', goods, WRITING),
  post('/producer/submissions/:id/goods', postGoods, WRITING),
  get('/producer/submissions/:id/label', label, WRITING),
  post('/producer/submissions/:id/label', postLabel, WRITING),
  get('/producer/submissions/:id/preview', preview, WRITING),
  post('/producer/submissions/:id/send', postSend, WRITING),
  post('/producer/submissions/:id/recall', postRecall, WRITING),
  post('/producer/submissions/:id/withdraw', postWithdraw, WRITING),
]
