import { inFront, type Route } from '../../route.js'
import { platformForm, postPlatform } from './form-page.js'
import { officePlatforms } from './list-page.js'
import { postCheckNow, postMending } from './work-list.js'

const { get, post } = inFront('office')
const VIEW = { may: 'listing.check' } as const
const EDIT = { may: 'catalog.edit' } as const

export const platformRoutes: readonly Route[] = [
  get('/office/platforms', officePlatforms, VIEW),
  get('/office/platforms/:id', platformForm, EDIT),
  post('/office/platforms/check', postCheckNow, { may: 'listing.mend' }),
  post('/office/platforms/:id', postPlatform, EDIT),
  post('/office/platforms/listings/:id', postMending, { may: 'listing.mend' }),
]
