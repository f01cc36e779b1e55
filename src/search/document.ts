import type { Day } from '../catalog/day.js'
import { isListedOn } from '../catalog/listing.js'
import { unitPrice } from '../catalog/packs/pack-size.js'
import type { PlaceRef } from '../catalog/places/place.js'
import type { Places } from '../catalog/places/places.js'
import type { ProductGroups } from '../catalog/product-groups.js'
import { priceOn } from '../catalog/prices/price.js'
import type { Product } from '../catalog/product.js'
import { shownCertificate, type Standing } from '../catalog/standing.js'
import type { CatalogState } from '../catalog/state.js'
import type { Recognition, SearchDocument, SearchFacts } from './index-port.js'

const RECOGNITION: Readonly<Record<Standing, Recognition>> = {
  valid: 'valid',
  expiring: 'valid',
  extended: 'valid',
  uncertain: 'unconfirmed',
  evaluated: 'unconfirmed',
  notYet: 'unconfirmed',
  expired: 'lapsed',
  withdrawn: 'lapsed',
}

/** Gathers what search needs to know of a product, as it stands on a day. */
export function toSearchDocument(
  product: Product,
  state: CatalogState,
  { places, groups }: { readonly places: Places; readonly groups: ProductGroups },
  day: Day,
): SearchDocument {
  const producer = product.producerId && state.find('producers', product.producerId)
  const today = places.today(product.place ?? product.origin)
  return {
    id: product.id,
    name: product.name.vi.normalize('NFC'),
    nameEn: product.name.en,
    producer: producer ? producer.name : '',
    producerKind: producer ? producer.kind : null,
    places: placeNames([today, ...(product.place ? [product.place] : []), product.origin], places, day),
    groupNames: groupNames(product, groups),
    description: product.description?.vi ?? '',
    facts: factsOf(product, state, today, day),
  }
}

function factsOf(product: Product, state: CatalogState, place: PlaceRef, day: Day): SearchFacts {
  const shown = shownCertificate(state.certificatesOf(product.id), day)
  const priced = product.variants.flatMap((variant) => {
    const shown = priceOn(variant, day)
    return shown ? [{ price: shown.price, packSize: variant.packSize }] : []
  })
  const prices = priced.map(({ price }) => price)
  const unitPrices = priced.map(({ price, packSize }) => unitPrice(price, packSize)?.amount ?? price)
  const listed = state.listingsOf(product.id).filter((listing) => {
    const platform = state.find('platforms', listing.platformId)
    return platform !== null && isListedOn(listing, platform, day)
  })
  return {
    group: product.classification?.group ?? null,
    set: product.classification?.set ?? null,
    province: place.province,
    commune: place.commune ?? null,
    stars: shown?.certificate.stars ?? null,
    recognition: shown ? RECOGNITION[shown.standing] : 'unconfirmed',
    producer: product.producerId,
    platforms: listed.map(({ platformId }) => platformId),
    price: prices.length > 0 ? Math.min(...prices) : null,
    unitPrice: unitPrices.length > 0 ? Math.min(...unitPrices) : null,
    inStock: product.variants.some(({ sku, price }) => price !== null && (state.stockOf(sku) ?? 0) > 0),
    changedAt: product.changedAt,
  }
}

/** Bare names as people type them, most exact first: communes, the districts of the time before July 2025, provinces. */
function placeNames(refs: readonly PlaceRef[], places: Places, day: Day): string[] {
  const communes = refs.flatMap(({ list, commune }) => (commune ? (places.findCommune(list, commune) ?? []) : []))
  const provinces = refs.flatMap(({ list, province }) => places.findProvince(list, province) ?? [])
  const names = [
    ...communes.map(({ name }) => name),
    ...communes.flatMap(({ district }) => district?.name ?? []),
    ...refs.flatMap((ref) => districtName(ref, places, day)),
    ...provinces.map(({ name }) => name),
  ]
  return [...new Set(names.map((name) => name.normalize('NFC')))]
}

const DISTRICT_KIND = /^(?:Huyện|Quận|Thị xã|Thành phố) /u

/** The district of a place that its source names no closer; districts are known by their description only. */
function districtName({ list, province, district, commune }: PlaceRef, places: Places, day: Day): string[] {
  if (!district || commune) return []
  const [described = ''] = places.describe({ list, province, district }, day, 'vi').split(', ')
  return DISTRICT_KIND.test(described) ? [described.replace(DISTRICT_KIND, '')] : []
}

function groupNames({ classification }: Product, groups: ProductGroups): string[] {
  if (!classification) return []
  const group = groups.group(classification.group)
  const set = classification.set === null ? null : groups.set(classification.set)
  const names = set ? [set.vi, set.en, set.subgroup.vi, set.subgroup.en] : []
  return [...new Set([...names, group.vi, group.en])]
}
