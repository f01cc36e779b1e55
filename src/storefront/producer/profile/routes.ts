import { inFront, type Route } from '../../route.js'
import { postProfile, profile } from './profile.js'

const { get, post } = inFront('producer')
const EDIT = { may: 'producer.edit' } as const

/** What a producer states of itself: place, contact, story. */
export const profileRoutes: readonly Route[] = [
  get('/producer/profile', profile, EDIT),
  post('/producer/profile', postProfile, EDIT),
]
