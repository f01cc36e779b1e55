import type { Announcement } from '../../../catalog/office/announcement.js'
import type { ProductCollection } from '../../../catalog/office/product-collection.js'
import { formatDay } from '../../format.js'
import { say } from '../../language.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'

/** News and collections of the home page, the newest first, withdrawn ones too. */
export const showcase: Handler = (visit) => {
  const words = visit.messages.office.showcase
  const toRows = (kind: string, records: readonly (Announcement | ProductCollection)[]) =>
    records
      .toSorted((a, b) => (a.from < b.from ? 1 : -1))
      .map(({ id, title, from, until, status }) => ({
        title: say(title, visit.language),
        href: visit.links.to(`/office/showcase/${kind}/${id}`),
        days: words.days(formatDay(from), until === undefined ? null : formatDay(until)),
        isWithdrawn: status === 'withdrawn',
      }))
  const { state } = visit.catalog
  const view = {
    isSaved: visit.query.has('saved'),
    parts: [
      {
        id: 'news',
        title: words.news,
        none: words.noNews,
        add: { label: words.addNews, href: visit.links.to('/office/showcase/news/new') },
        rows: toRows('news', state.all('announcements')),
      },
      {
        id: 'collections',
        title: words.collections,
        none: words.noCollections,
        add: { label: words.addCollection, href: visit.links.to('/office/showcase/collections/new') },
        rows: toRows('collections', state.all('productCollections')),
      },
    ],
  }
  return page('office/showcase/list', { title: words.title }, view)
}
