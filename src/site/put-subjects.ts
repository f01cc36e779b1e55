import type { Subject } from '../access/rights.js'
import { producerSubject } from '../access/subjects.js'
import type { ProductId } from '../catalog/ids.js'
import type { ProvinceKey } from '../catalog/places/place.js'
import type { Put, StockMovement } from '../catalog/store.js'
import type { SiteContext } from './context.js'

/** What records of a commit belong to, for asking whether somebody may write them. */
export class PutSubjects {
  constructor(private readonly site: SiteContext) {}

  /** In whose province a record lies: its own, its product's or its producer's, of this very commit or of the catalog. */
  of(put: Put, puts: readonly Put[]): Subject {
    const { reference, state, today } = this.site
    if (put.collection === 'platforms') return { kind: 'country' }
    if (put.collection === 'producers') return producerSubject(put.record, reference.places, today())
    const place = (id: ProductId) => state.find('products', id)?.origin ?? originIn(puts, id)
    const origin =
      put.collection === 'products'
        ? put.record.origin
        : put.collection === 'certificates' || put.collection === 'listings'
          ? place(put.record.productId)
          : null
    const unit = origin && reference.places.provinceOf(origin, today(), 'asNow')
    return { kind: 'province', province: unit?.key ?? null }
  }

  /** A province of any time, as that of today. */
  ofProvince(key: ProvinceKey): Subject {
    const { places } = this.site.reference
    const unit = places.province(key)
    return { kind: 'province', province: unit && places.successor(unit).key }
  }

  /** Whose stock it is. */
  ofStock({ sku }: StockMovement, puts: readonly Put[]): Subject {
    const product = this.site.state.findBySku(sku)?.product ?? productWith(puts, sku)
    const producer = product?.producerId ? this.site.state.find('producers', product.producerId) : null
    if (producer) return producerSubject(producer, this.site.reference.places, this.site.today())
    const unit = product && this.site.reference.places.provinceOf(product.origin, this.site.today(), 'asNow')
    return { kind: 'province', province: unit?.key ?? null }
  }
}

const originIn = (puts: readonly Put[], id: ProductId) => {
  const found = puts.find(({ collection, record }) => collection === 'products' && record.id === id)
  return found?.collection === 'products' ? found.record.origin : null
}

const productWith = (puts: readonly Put[], sku: string) => {
  for (const put of puts)
    if (put.collection === 'products' && put.record.variants.some((variant) => variant.sku === sku)) return put.record
  return null
}
