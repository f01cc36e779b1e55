import type * as z from 'zod'
import { maySomewhere } from '../../../access/rights.js'
import type { officeRecordOperations } from '../../../api/operations/office-records.js'
import type { OfficeListing } from '../../../api/schemas/office/listing.js'
import type { OfficePlatform } from '../../../api/schemas/office/platform.js'
import { CatalogError } from '../../../catalog/errors.js'
import type { Listing } from '../../../catalog/listing.js'
import type { Platform } from '../../../catalog/platform.js'
import { currentCheck } from '../../../desk/listing-findings.js'
import { freePlatformSlug } from '../../office/platforms/free-slug.js'
import type { Visit } from '../../visit.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'

type Part = Pick<
  typeof officeRecordOperations,
  'addPlatform' | 'getPlatform' | 'changePlatform' | 'listFindings' | 'checkLinks' | 'mendListing'
>

export const toListing = (listing: Listing, { catalog }: Visit): z.input<typeof OfficeListing> => ({
  id: listing.id,
  version: listing.version,
  productId: listing.productId,
  product: catalog.state.get('products', listing.productId).name,
  platformId: listing.platformId,
  status: listing.status,
  url: listing.url ?? null,
  price: listing.price ?? null,
  listedOn: listing.listedOn,
  delistedOn: listing.delistedOn ?? null,
  lastCheckedOn: listing.lastCheckedOn ?? null,
})

function answer(platform: Platform): { body: z.input<typeof OfficePlatform>; version: number } {
  const { id, version, slug, name, operator, website, description, openedOn, closedOn, source } = platform
  const body = {
    id,
    version,
    slug,
    name,
    operator: operator ?? null,
    website: website ?? null,
    description: description ?? null,
    openedOn: openedOn ?? null,
    closedOn: closedOn ?? null,
    source: source ?? null,
  }
  return { body, version }
}

/** A platform other than this shop itself. @throws {CatalogError} `NOT_FOUND` */
function otherPlatform(id: string, { catalog }: Visit): Platform {
  const found = catalog.state.get('platforms', id)
  if (found.own) throw new CatalogError('NOT_FOUND', { details: { what: 'platform', id } })
  return found
}

/** Platforms, what is wrong with what is listed there, and how it is mended. */
export const platformHandlers: HandlersOf<Part> = {
  addPlatform: async ({ actor, body, visit }) => {
    const slug = body.slug ?? freePlatformSlug(body.name.vi, visit)
    return answer(await visit.catalog.platforms.save(actor, { ...body, id: slug, slug, own: false }))
  },

  getPlatform: ({ actor, params, visit }) => {
    if (!maySomewhere(actor, 'listing.check')) throw new CatalogError('FORBIDDEN')
    return answer(otherPlatform(params.id, visit))
  },

  changePlatform: async ({ actor, params, body, visit }) => {
    const { id } = otherPlatform(params.id, visit)
    return answer(await visit.catalog.platforms.save(actor, { ...body, id, own: false }))
  },

  listFindings: ({ actor, query, visit }) => {
    if (!maySomewhere(actor, 'listing.check')) throw new CatalogError('FORBIDDEN')
    const { links } = visit.catalog
    const all = links.workList(actor).filter(({ finding }) => query.finding === undefined || finding === query.finding)
    const { entries, next } = takePage(all, query)
    const findings = entries.map((found) => {
      const { finding, listing, product } = found
      const check = currentCheck(found)
      return {
        finding,
        listingId: listing.id,
        productId: product.id,
        product: product.name,
        platformId: listing.platformId,
        url: listing.url ?? null,
        price: listing.price ?? null,
        check: check && {
          state: check.state,
          checkedOn: check.checkedOn,
          since: check.since,
          movedTo: check.movedTo ?? null,
          prices: check.prices,
        },
      }
    })
    return { body: { total: all.length, next, lastCheckedOn: links.lastCheckedOn(), findings } }
  },

  checkLinks: async ({ actor, visit }) => {
    await visit.catalog.links.ask(actor)
    return { body: { done: true } }
  },

  mendListing: async ({ actor, params, body, visit }) => {
    const listing = await visit.catalog.links.mend(actor, params.id, body.step)
    return { body: toListing(listing, visit), version: listing.version }
  },
}
