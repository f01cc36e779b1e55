import type { Day } from '../../catalog/day.js'
import type { PlaceRef } from '../../catalog/places/place.js'
import type { Places, Province } from '../../catalog/places/places.js'
import type { ProducerKind } from '../../catalog/producer.js'
import type { ProductGroups } from '../../catalog/product-groups.js'
import type { DraftOf } from '../import/staging.js'
import type { Facts } from '../import/import-kind.js'

const KIND_WORDS: Readonly<Record<ProducerKind, string>> = {
  cooperative: 'Hợp tác xã',
  cooperativeGroup: 'Tổ hợp tác',
  enterprise: 'Doanh nghiệp',
  household: 'Hộ kinh doanh',
  other: 'Khác',
}

/** Which of two provinces of one name is meant: Đắk Lắk with or without Phú Yên. */
export const provinceWords = ({ name, list }: Province): string =>
  list === 'pre-2025-07' ? `${name} (trước 7/2025)` : name

export const producerFacts = (producer: DraftOf<'producers'> | null): Facts => ({
  producer_kind: producer?.kind ? KIND_WORDS[producer.kind] : '',
})

export function productFacts(product: DraftOf<'products'> | null, groups: ProductGroups): Facts {
  if (!product?.classification) return { category: '' }
  const { group, set } = product.classification
  return { category: [groups.group(group).vi, set ? groups.set(set).vi : ''].filter(Boolean).join(' > ') }
}

const evidenceOf = ({ outcome, stars }: DraftOf<'certificates'>): string =>
  outcome === 'recognized' ? 'A' : stars === null ? 'C' : 'B'

/** District and commune as the source wrote them, else as their own list calls them. */
export const placeWords = (place: PlaceRef, places: Places, today: Day): string =>
  place.text ?? places.describe(place, today, 'vi').split(', ').slice(0, -1).join(', ')

export function certificateFacts(certificate: DraftOf<'certificates'> | null, places: Places, today: Day): Facts {
  if (!certificate) return {}
  return {
    district_or_commune: placeWords(certificate.place, places, today),
    stars: String(certificate.stars ?? ''),
    evidence: evidenceOf(certificate),
    decision_number: certificate.decisionNumber ?? '',
    decision_date: certificate.issuedOn ?? '',
    expires_on: certificate.expiresOn ?? '',
    product_code: certificate.productCode ?? '',
    source: certificate.source ?? '',
  }
}
