import { getPublic, type Route } from '../route.js'
import { cardPage } from './card-page.js'
import { embeddedProduct, embeddedSearch } from './embed-api.js'
import { oembed } from './oembed.js'

/** What stands on other sites' pages. */
export const embedRoutes: readonly Route[] = [
  getPublic('/embed/product', embeddedProduct),
  getPublic('/embed/search', embeddedSearch),
  getPublic('/embed/cards/:slug', cardPage),
  getPublic('/oembed', oembed),
].map((route) => ({ ...route, embedding: true }))
