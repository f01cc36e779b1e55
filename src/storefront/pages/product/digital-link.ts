import type { Product } from '../../../catalog/product.js'
import { readDigitalLink, writeDigitalLink, type DigitalLink } from '../../care/digital-link.js'
import { notFound } from '../../refusal.js'
import { json, redirect, type BodyReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import type { Visit } from '../../visit.js'

const VOCABULARY = 'https://ref.gs1.org/voc/'
/** Link types that this site answers: the trace page, which is also the default, and the product's page. */
const TYPES = ['traceability', 'defaultLink', 'pip'] as const
type LinkType = (typeof TYPES)[number]

const pathOf = (type: LinkType, product: Product, { lot, serial }: DigitalLink) =>
  type === 'pip' ? ([`/products/${product.slug}`, {}] as const) : ([`/trace/${product.slug}`, { lot, serial }] as const)

/** All links of an item (RFC 9264), for programs that choose by themselves. */
function toLinkset(product: Product, link: DigitalLink, visit: Visit): BodyReply {
  const links = TYPES.map((type) => {
    const [path, query] = pathOf(type, product, link)
    const target = { href: visit.links.absolute(path, query), title: product.name.vi, type: 'text/html' }
    return [`${VOCABULARY}${type}`, [target]] as const
  })
  const anchor = visit.links.absolute(writeDigitalLink(link))
  return { ...json({ linkset: [{ anchor, ...Object.fromEntries(links) }] }), type: 'application/linkset+json' }
}

/**
 * Leads from a GS1 Digital Link, as a scanner reads it from a pack, to the page that it asks for.
 *
 * @throws {Refusal} 404 for an item that this site does not know; {CatalogError} for a wrong check digit.
 */
export const digitalLink: Handler = (visit) => {
  const link = readDigitalLink(visit.path)
  const product = link && visit.catalog.state.findHolder('products', 'gtin', link.gtin)
  if (!link || product?.status !== 'published') throw notFound()
  const asked = visit.query.get('linkType') ?? ''
  const wantsAll = asked === 'linkset' || asked === 'all'
  if (wantsAll || (visit.header('accept') ?? '').includes('application/linkset+json'))
    return toLinkset(product, link, visit)
  const type = asked === '' ? 'defaultLink' : TYPES.find((known) => asked === `gs1:${known}`)
  if (!type) throw notFound()
  const [path, query] = pathOf(type, product, link)
  return redirect(visit.links.to(path, query), { status: 302 })
}

/** What this site can resolve (GS1-Conformant resolver, resolver description file). */
export const gs1Resolver: Handler = (visit) =>
  json({
    name: visit.site.name.vi,
    resolverRoot: visit.links.absolute(''),
    supportedPrimaryKeys: ['01'],
    supportedLinkType: [{ namespace: VOCABULARY, prefix: 'gs1:', linkTypes: TYPES }],
  })
