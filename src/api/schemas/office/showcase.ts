import * as z from 'zod'
import { Announcement as AnnouncementRecord } from '../../../catalog/office/announcement.js'
import { Day } from '../../../catalog/day.js'
import { ProductCollection } from '../../../catalog/office/product-collection.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'
import { Words } from '../words.js'

const shown = {
  slug: z.string(),
  title: Words,
  text: Words.nullable(),
  from: Day,
  until: Day.nullable(),
}
const kept = { id: z.string(), version: z.int(), status: z.enum(['published', 'withdrawn']) }

/** News on the home page. */
const Announcement = named('Announcement', z.strictObject({ ...shown, link: z.string().nullable() }))
export const Announcements = named(
  'Announcements',
  z.strictObject({ next: Next, announcements: z.array(Announcement) }),
)
export const OfficeAnnouncement = named('OfficeAnnouncement', Announcement.extend(kept))
export const OfficeAnnouncements = named(
  'OfficeAnnouncements',
  z.strictObject({ next: Next, announcements: z.array(OfficeAnnouncement) }),
)

/** A collection as the office puts it together: products by id, and words to search for. */
export const OfficeCollection = named(
  'OfficeCollection',
  z.strictObject({ ...shown, ...kept, productIds: z.array(z.string()), query: z.string().nullable() }),
)
export const OfficeCollections = named(
  'OfficeCollections',
  z.strictObject({ next: Next, collections: z.array(OfficeCollection) }),
)

const { slug, title, text, link, from, until, status } = AnnouncementRecord.shape
const said = { slug, text, from, until, status }
/** All of it. */
export const AnnouncementBody = named('AnnouncementBody', z.strictObject({ ...said, title, link }))
const { title: collectionTitle, productIds, query } = ProductCollection.shape
export const CollectionBody = named(
  'CollectionBody',
  z.strictObject({ ...said, title: collectionTitle, productIds, query }),
)
