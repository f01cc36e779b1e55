import type { Contact } from '../../links/manners.js'
import type { SiteSettings } from './site-settings.js'

/** How a platform's people reach the people of this shop, as the checker of links says it with each request. */
export const linkContact = ({ baseUrl, owner }: SiteSettings): Contact => ({
  baseUrl,
  reach: owner?.email ?? owner?.phone,
})
