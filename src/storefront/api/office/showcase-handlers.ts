import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import type { Actor } from '../../../access/actor.js'
import { requireRight } from '../../../access/rights.js'
import type { showcaseOperations } from '../../../api/operations/showcase.js'
import type { OfficeAnnouncement, OfficeCollection } from '../../../api/schemas/office/showcase.js'
import type { Announcement } from '../../../catalog/office/announcement.js'
import type { ProductCollection } from '../../../catalog/office/product-collection.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'

type Part = Pick<
  typeof showcaseOperations,
  | 'listOfficeAnnouncements'
  | 'addAnnouncement'
  | 'changeAnnouncement'
  | 'listOfficeCollections'
  | 'addCollection'
  | 'changeCollection'
>

const common = ({ id, version, slug, text, from, until, status }: Announcement | ProductCollection) => ({
  id,
  version,
  slug,
  text: text ?? null,
  from,
  until: until ?? null,
  status,
})

const toAnnouncement = (record: Announcement): z.input<typeof OfficeAnnouncement> => ({
  ...common(record),
  title: record.title,
  link: record.link ?? null,
})

const toCollection = (record: ProductCollection): z.input<typeof OfficeCollection> => ({
  ...common(record),
  title: record.title,
  productIds: record.productIds,
  query: record.query ?? null,
})

const requireManaging = (actor: Actor): void => requireRight(actor, 'news.manage', { kind: 'country' })

/** What the office puts on the home page. */
export const showcaseHandlers: HandlersOf<Part> = {
  listOfficeAnnouncements: ({ actor, query, visit }) => {
    requireManaging(actor)
    const { entries, next } = takePage(visit.catalog.state.all('announcements'), query)
    return { body: { next, announcements: entries.map(toAnnouncement) } }
  },

  addAnnouncement: async ({ actor, body, visit }) => {
    const saved = await visit.catalog.announcements.save(actor, { ...body, id: randomUUID() })
    return { body: toAnnouncement(saved), version: saved.version }
  },

  changeAnnouncement: async ({ actor, params, body, visit: { catalog } }) => {
    const { id } = catalog.state.get('announcements', params.id)
    const saved = await catalog.announcements.save(actor, { ...body, id })
    return { body: toAnnouncement(saved), version: saved.version }
  },

  listOfficeCollections: ({ actor, query, visit }) => {
    requireManaging(actor)
    const { entries, next } = takePage(visit.catalog.state.all('productCollections'), query)
    return { body: { next, collections: entries.map(toCollection) } }
  },

  addCollection: async ({ actor, body, visit }) => {
    const saved = await visit.catalog.productCollections.save(actor, { ...body, id: randomUUID() })
    return { body: toCollection(saved), version: saved.version }
  },

  changeCollection: async ({ actor, params, body, visit: { catalog } }) => {
    const { id, cover } = catalog.state.get('productCollections', params.id)
    const saved = await catalog.productCollections.save(actor, { ...body, id, ...(cover ? { cover } : {}) })
    return { body: toCollection(saved), version: saved.version }
  },
}
