import type { FeedbackSubject } from '../../catalog/care/feedback.js'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import type { ProducerId } from '../../catalog/ids.js'
import type { Order } from '../../catalog/order.js'
import type { PlaceRef, ProvinceKey } from '../../catalog/places/place.js'
import type { SiteContext } from '../context.js'
import { Reaches } from '../reaches.js'

/** What feedback is about: a record by its id, an order by its code, or the site as a whole. */
export interface FeedbackAbout {
  readonly of: FeedbackSubject['of']
  /** The order's code for `order`; not needed for `site`. */
  readonly id?: string
}

interface Resolved {
  readonly subject: FeedbackSubject
  readonly producerId: ProducerId | null
  /** Where it is counted: the producer's province of today, else the product's, else the recipient's. */
  readonly province: ProvinceKey | null
}

/** Finds what feedback is about, whom it concerns, and in which province it is counted. */
export class FeedbackSubjects {
  readonly #reaches: Reaches

  constructor(
    private readonly site: SiteContext,
    private readonly findOrder: (code: string, phone: string) => Promise<Order | null>,
  ) {
    this.#reaches = new Reaches(site)
  }

  /** @throws {CatalogError} `NOT_FOUND`; `INVALID_INPUT` at `order` when code and phone number open none. */
  async resolve({ of, id = '' }: FeedbackAbout, phone: string): Promise<Resolved> {
    if (of === 'site') return { subject: { of }, producerId: null, province: null }
    if (of === 'order') return this.#order(id, phone)
    const { producerId, place } = this.#record(of, id)
    const province = this.#reaches.provinceOf(producerId) ?? this.#provinceNow(place)
    return { subject: { of, id }, producerId, province }
  }

  #record(of: 'product' | 'producer' | 'listing' | 'review' | 'question', id: string) {
    const { state } = this.site
    if (of === 'producer') {
      const { id: producerId, place } = state.get('producers', id)
      return { producerId, place }
    }
    const productId = of === 'product' ? id : state.get(`${of}s`, id).productId
    const product = state.get('products', productId)
    if (of === 'product' && product.status !== 'published')
      throw new CatalogError('NOT_FOUND', { details: { what: of, id } })
    return { producerId: product.producerId, place: product.place ?? product.origin }
  }

  async #order(code: string, phone: string): Promise<Resolved> {
    if (phone === '') throw fieldError('phone', 'required')
    const order = await this.findOrder(code, phone)
    if (!order) throw fieldError('order', 'notFound', { value: code })
    const [first, ...more] = order.fulfillments
    return {
      subject: { of: 'order', id: order.id },
      producerId: first && more.length === 0 ? first.producerId : null,
      province: this.#provinceNow(order.recipient.place ?? null),
    }
  }

  #provinceNow(place: PlaceRef | null): ProvinceKey | null {
    return (place && this.site.reference.places.provinceOf(place, this.site.today(), 'asNow')?.key) ?? null
  }
}
