import { inFront, type Route } from '../../route.js'
import { postRemoveSearchWords, postSearchWords, searchWords } from './search-page.js'

const { get, post } = inFront('office')
const TEACH = { may: 'search.teach' } as const

export const searchRoutes: readonly Route[] = [
  get('/office/search', searchWords, TEACH),
  post('/office/search', postSearchWords, TEACH),
  post('/office/search/:id/remove', postRemoveSearchWords, TEACH),
]
