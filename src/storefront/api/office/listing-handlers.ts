import { may, maySomewhere, type Subject } from '../../../access/rights.js'
import { producerSubject } from '../../../access/subjects.js'
import type { Actor } from '../../../access/actor.js'
import type { officeOperations } from '../../../api/operations/office.js'
import { CatalogError, fieldError } from '../../../catalog/errors.js'
import { isListedOn } from '../../../catalog/listing.js'
import type { Product } from '../../../catalog/product.js'
import type { Visit } from '../../visit.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'
import { ParameterFault } from '../../answer/parameter-fault.js'
import { toListing } from './platform-handlers.js'

type Part = Pick<typeof officeOperations, 'listListings' | 'listPlatforms' | 'recordSales'>

/** Of whom a listing is: of the product's producer, otherwise of the province in which the product is made. */
function subjectOf(product: Product, { catalog }: Visit): Subject {
  const { places } = catalog.reference
  const producer = product.producerId && catalog.state.find('producers', product.producerId)
  if (producer) return producerSubject(producer, places, catalog.today())
  const province = places.provinceOf(product.place ?? product.origin, catalog.today(), 'asNow')
  return { kind: 'province', province: province?.key ?? null }
}

const requireSomewhere = (actor: Actor): void => {
  if (!maySomewhere(actor, 'listing.check'))
    throw new CatalogError('FORBIDDEN', { details: { action: 'listing.check' } })
}

/** Platforms, what is listed on them, and what they report. */
export const listingHandlers: HandlersOf<Part> = {
  listListings: ({ actor, query, visit }) => {
    requireSomewhere(actor)
    const { state } = visit.catalog
    const platform = query.platform === undefined ? null : state.findBySlug('platforms', query.platform)
    if (query.platform !== undefined && !platform)
      throw new ParameterFault('query', fieldError('platform', 'notFound', { value: query.platform }))
    const listings = platform ? state.listBy('listings', 'platform', platform.id) : state.all('listings')
    const reached = listings.filter(({ productId }) =>
      may(actor, 'listing.check', subjectOf(state.get('products', productId), visit)),
    )
    const { entries, next } = takePage(reached, query)
    return {
      body: {
        total: reached.length,
        next,
        listings: entries.map((listing) => toListing(listing, visit)),
      },
    }
  },

  listPlatforms: ({ actor, query, visit }) => {
    requireSomewhere(actor)
    const { state } = visit.catalog
    const today = visit.catalog.today()
    const { entries, next } = takePage(state.all('platforms'), query)
    const platforms = entries.map((platform) => ({
      id: platform.id,
      slug: platform.slug,
      name: platform.name,
      operator: platform.operator ?? null,
      website: platform.website ?? null,
      own: platform.own,
      closedOn: platform.closedOn ?? null,
      listed: state
        .listBy('listings', 'platform', platform.id)
        .filter((listing) => isListedOn(listing, platform, today)).length,
    }))
    return { body: { next, platforms } }
  },

  recordSales: async ({ actor, body, visit }) => {
    if (!maySomewhere(actor, 'import.run')) throw new CatalogError('FORBIDDEN', { details: { action: 'import.run' } })
    const facts = { kind: 'sales' as const, fileName: body.name, rows: body.sales.length }
    const recorded = await visit.catalog.imports.record(actor, facts, body.sales).catch((error: unknown) => {
      // The command names the sale by its position alone, and what lies out of reach as a file.
      if (!(error instanceof CatalogError) || error.code !== 'INVALID_INPUT') throw error
      const issues = error.issues.map((issue) => ({
        ...issue,
        path: issue.path === 'file' ? 'sales' : `sales.${issue.path}`,
      }))
      throw new CatalogError('INVALID_INPUT', { issues, cause: error })
    })
    return { body: recorded }
  },
}
