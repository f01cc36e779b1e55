import { inFront, type Route } from '../../route.js'
import { certificatesCsv, certificatesPage } from './list-page.js'

const { get } = inFront('office')
const VIEW = { may: 'catalog.view' } as const

export const certificateRoutes: readonly Route[] = [
  get('/office/certificates', certificatesPage, VIEW),
  get('/office/certificates.csv', certificatesCsv, VIEW),
]
