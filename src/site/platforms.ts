import type { Actor } from '../access/actor.js'
import { requireRight } from '../access/rights.js'
import type { DraftRecord } from '../catalog/collections.js'
import type { Platform } from '../catalog/platform.js'
import type { SiteContext } from './context.js'
import { trail } from './trail.js'

/** What the audit trail keeps of it. */
const factsOf = ({ name, website, closedOn }: Platform) => ({ name: name.vi, website, closedOn })

/** The platforms on which products are listed, kept by the office. */
export class Platforms {
  constructor(private readonly site: SiteContext) {}

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `INVALID_INPUT`, `DUPLICATE` */
  save(actor: Actor, draft: DraftRecord<'platforms'>): Promise<Platform> {
    requireRight(actor, 'catalog.edit', { kind: 'country' })
    return this.site.change(() => {
      const record = this.site.draft('platforms', draft)
      const before = this.site.state.find('platforms', record.id)
      const audit = trail(this.site, actor, {
        action: 'platforms.save',
        subject: { collection: 'platforms', id: record.id },
        ...(before ? { before: factsOf(before) } : {}),
        after: factsOf(record),
      })
      return { commit: { puts: [this.site.put('platforms', record)], audit }, result: record }
    })
  }
}
