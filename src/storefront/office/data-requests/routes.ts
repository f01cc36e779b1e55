import { inFront, type Route } from '../../route.js'
import { dataRequestCase, postCarryOut, postRefuse } from './case-page.js'
import { dataRequestList, postRecord } from './list-page.js'

const { get, post } = inFront('office')
const ANSWER = { may: 'personalData.answer' } as const

export const dataRequestRoutes: readonly Route[] = [
  get('/office/data-requests', dataRequestList, ANSWER),
  post('/office/data-requests', postRecord, ANSWER),
  get('/office/data-requests/:id', dataRequestCase, ANSWER),
  post('/office/data-requests/:id/carry-out', postCarryOut, ANSWER),
  post('/office/data-requests/:id/refuse', postRefuse, ANSWER),
]
