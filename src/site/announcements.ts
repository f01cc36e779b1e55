import type { Announcement } from '../catalog/announcement.js'
import type { DraftRecord } from '../catalog/collections.js'
import type { Day } from '../catalog/day.js'
import type { SiteContext } from './context.js'

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

  /** @throws {CatalogError} `INVALID_INPUT` */
  save(draft: DraftRecord<'announcements'>): Promise<Announcement> {
    return this.site.change(() => {
      const record = this.site.draft('announcements', draft)
      return { commit: { puts: [this.site.put('announcements', record)] }, result: record }
    })
  }
}
