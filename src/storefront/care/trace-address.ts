import type { Product } from '../../catalog/product.js'
import type { Visit } from '../visit.js'
import { writeDigitalLink } from './digital-link.js'

/** Which pack of a product a QR code is printed on. */
export interface TracedPack {
  /** The variant; where it bears a GTIN the address is a GS1 Digital Link. */
  readonly sku?: string | undefined
  readonly lot?: string | null | undefined
  readonly serial?: string | null | undefined
}

/**
 * The full address of the page that tells where a product comes from, for QR codes on packs and shelf posters. A GTIN is
 * never made up: without one the address names the product itself.
 */
export function traceAddress(product: Product, { sku, lot = null, serial = null }: TracedPack, visit: Visit): string {
  const variant = sku === undefined ? product.variants[0] : product.variants.find((one) => one.sku === sku)
  return variant?.gtin === undefined
    ? visit.links.absolute(`/trace/${product.slug}`, { lot, serial })
    : visit.links.absolute(writeDigitalLink({ gtin: variant.gtin, lot, serial }))
}
