import { inFront, type Route } from '../../route.js'
import { postShowcase, showcaseForm } from './form-page.js'
import { showcase } from './list-page.js'

const { get, post } = inFront('office')
const MANAGE = { may: 'news.manage' } as const

export const showcaseRoutes: readonly Route[] = [
  get('/office/showcase', showcase, MANAGE),
  get('/office/showcase/:kind/:id', showcaseForm, MANAGE),
  post('/office/showcase/:kind/:id', postShowcase, MANAGE),
]
