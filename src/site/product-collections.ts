import type { DraftRecord } from '../catalog/collections.js'
import type { Day } from '../catalog/day.js'
import { CatalogError } from '../catalog/errors.js'
import type { ProductCollection } from '../catalog/product-collection.js'
import type { SiteContext } from './context.js'

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

  /** @throws {CatalogError} `INVALID_INPUT`, also for a product that is not known, at `productIds.<n>`. */
  save(draft: DraftRecord<'productCollections'>): Promise<ProductCollection> {
    return this.site.change(() => {
      const record = this.site.draft('productCollections', draft)
      const issues = record.productIds.flatMap((id, index) =>
        this.site.state.find('products', id)
          ? []
          : [{ path: `productIds.${index}`, code: 'notFound' as const, params: { value: id } }],
      )
      if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
      return { commit: { puts: [this.site.put('productCollections', record)] }, result: record }
    })
  }
}
