import { inFront, type Route } from '../../route.js'
import { producersPage } from './list-page.js'
import { officeProfile, postOfficeProfile } from './profile-page.js'

const { get, post } = inFront('office')
const EDIT = { may: 'producer.edit' } as const

/** The producers of an office's provinces, and what is stated of each. */
export const producerProfileRoutes: readonly Route[] = [
  get('/office/producers', producersPage, EDIT),
  get('/office/producers/:id', officeProfile, EDIT),
  post('/office/producers/:id', postOfficeProfile, EDIT),
]
