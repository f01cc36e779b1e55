import type { Actor } from '../access/actor.js'
import { requireRight } from '../access/rights.js'
import type { DraftRecord } from '../catalog/collections.js'
import type { Day } from '../catalog/day.js'
import { CatalogError } from '../catalog/errors.js'
import type { ProductCollection } from '../catalog/office/product-collection.js'
import type { SiteContext } from './context.js'
import { trail } from './trail.js'

/** What the audit trail keeps of it. */
const factsOf = ({ title, from, until, status, productIds, query }: ProductCollection) => ({
  title: title.vi,
  from,
  until,
  status,
  productIds,
  query,
})

/** Products put together for a season or an event. */
export class ProductCollections {
  constructor(private readonly site: SiteContext) {}

  /** What the home page shows on a day, the newest first. */
  shownOn(day: Day): readonly ProductCollection[] {
    return this.site.state
      .all('productCollections')
      .filter(
        ({ status, from, until }) => status === 'published' && from <= day && (until === undefined || day <= until),
      )
      .toSorted((a, b) => (a.from < b.from ? 1 : -1))
  }

  /** Null unless it is published. */
  findPublished(slug: string): ProductCollection | null {
    const found = this.site.state.findHolder('productCollections', 'slug', slug)
    return found?.status === 'published' ? found : null
  }

  /** @throws {CatalogError} `FORBIDDEN`; `INVALID_INPUT`, also for a product that is not known, at `productIds.<n>`. */
  save(actor: Actor, draft: DraftRecord<'productCollections'>): Promise<ProductCollection> {
    requireRight(actor, 'news.manage', { kind: 'country' })
    return this.site.change(() => {
      const record = this.site.draft('productCollections', draft)
      const issues = record.productIds.flatMap((id, index) =>
        this.site.state.find('products', id)
          ? []
          : [{ path: `productIds.${index}`, code: 'notFound' as const, params: { value: id } }],
      )
      if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
      const before = this.site.state.find('productCollections', record.id)
      const audit = trail(this.site, actor, {
        action: 'productCollections.save',
        subject: { collection: 'productCollections', id: record.id },
        ...(before ? { before: factsOf(before) } : {}),
        after: factsOf(record),
      })
      return { commit: { puts: [this.site.put('productCollections', record)], audit }, result: record }
    })
  }
}
