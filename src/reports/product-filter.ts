import type { Day } from '../catalog/day.js'
import type { Stars } from '../catalog/grade.js'
import type { ProducerId, ProductId } from '../catalog/ids.js'
import type { PlaceRef } from '../catalog/places/place.js'
import type { Commune, PlaceMode, Places } from '../catalog/places/places.js'
import type { Product } from '../catalog/product.js'
import type { GroupCode } from '../catalog/product-groups.js'
import { recognizedOn } from '../catalog/standing.js'
import type { CatalogState } from '../catalog/state.js'

/** Which products a report is about; what is left out sets no bound. */
export interface ProductFilter {
  /** The commune of origin in the units of its list, or the one where the product is made today. */
  readonly commune?: Commune | undefined
  readonly group?: GroupCode | undefined
  /** The grade of the recognition that runs on the cut-off day. */
  readonly stars?: Stars | undefined
  readonly producerId?: ProducerId | undefined
}

/** Whether a product is meant; null when every product is. */
export type IsProductMeant = ((productId: ProductId) => boolean) | null

/** The place that a mode asks for: that of the recognition, or the one that a person has stated for today. */
export const placeFor = (product: Product, mode: PlaceMode): PlaceRef =>
  (mode === 'asNow' ? product.place : undefined) ?? product.origin

function liesIn(product: Product, commune: Commune, mode: PlaceMode, places: Places): boolean {
  const place = placeFor(product, mode)
  const named = (ref: PlaceRef): boolean => ref.list === commune.list && ref.commune === commune.code
  return named(place) || named(places.today(place))
}

/** Whether a sale is a producer's: it names the producer, or names none and sold something of the producer. */
export const isSaleOf =
  (producer: ProducerId, state: CatalogState) =>
  (seller: ProducerId | null, productIds: readonly ProductId[]): boolean =>
    seller === producer ||
    (seller === null && productIds.some((id) => state.find('products', id)?.producerId === producer))

/** Reads a filter into the question that it asks of each product on a day. */
export function readProductFilter(
  { commune, group, stars, producerId }: ProductFilter,
  state: CatalogState,
  places: Places,
  mode: PlaceMode,
  day: Day,
): IsProductMeant {
  if (!commune && !group && !stars && !producerId) return null
  return (productId) => {
    const product = state.find('products', productId)
    if (!product) return false
    if (producerId && product.producerId !== producerId) return false
    if (group && product.classification?.group !== group) return false
    if (commune && !liesIn(product, commune, mode, places)) return false
    return !stars || recognizedOn(state.certificatesOf(product.id), day)?.stars === stars
  }
}
