import { inFront, type Route } from '../../route.js'
import { ownFigures, ownFiguresCsv } from './figures.js'
import { listings } from './listings.js'

const { get } = inFront('producer')

/** Where products are sold, how certificates stand, and a producer's own figures. */
export const standingRoutes: readonly Route[] = [
  get('/producer/listings', listings, { may: 'catalog.view' }),
  get('/producer/figures', ownFigures, { may: 'report.view' }),
  get('/producer/figures.csv', ownFiguresCsv, { may: 'report.view' }),
]
