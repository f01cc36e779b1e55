import { inFront, type Route } from '../route.js'
import { officeHome } from './home.js'

const { get } = inFront('office')

/** Every address of the office's front. */
export const officeRoutes: readonly Route[] = [get('/office', officeHome)]
