import type { Actor } from '../access/actor.js'
import { requireRight } from '../access/rights.js'
import type { Announcement } from '../catalog/office/announcement.js'
import type { DraftRecord } from '../catalog/collections.js'
import type { Day } from '../catalog/day.js'
import type { SiteContext } from './context.js'
import { trail } from './trail.js'

/** What the audit trail keeps of it. */
const factsOf = ({ title, from, until, status }: Announcement) => ({ title: title.vi, from, until, status })

/** News on the home page. */
export class Announcements {
  constructor(private readonly site: SiteContext) {}

  /** What is news on a day, the newest first. */
  shownOn(day: Day): readonly Announcement[] {
    return this.site.state
      .all('announcements')
      .filter(
        ({ status, from, until }) => status === 'published' && from <= day && (until === undefined || day <= until),
      )
      .toSorted((a, b) => (a.from < b.from ? 1 : -1))
  }

  /** @throws {CatalogError} `FORBIDDEN`, `INVALID_INPUT` */
  save(actor: Actor, draft: DraftRecord<'announcements'>): Promise<Announcement> {
    requireRight(actor, 'news.manage', { kind: 'country' })
    return this.site.change(() => {
      const record = this.site.draft('announcements', draft)
      const before = this.site.state.find('announcements', record.id)
      const audit = trail(this.site, actor, {
        action: 'announcements.save',
        subject: { collection: 'announcements', id: record.id },
        ...(before ? { before: factsOf(before) } : {}),
        after: factsOf(record),
      })
      return { commit: { puts: [this.site.put('announcements', record)], audit }, result: record }
    })
  }
}
