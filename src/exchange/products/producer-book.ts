import type { Places, Province } from '../../catalog/places/places.js'
import type { CatalogState } from '../../catalog/state.js'
import { freeId, freeSlug } from '../import/free-name.js'
import { inSlices } from '../../site/requests/give-way.js'
import { NameDirectory } from '../import/name-directory.js'
import { writtenOut } from '../../catalog/producer-name.js'
import { Staging, type DraftOf } from '../import/staging.js'
import type { Meaning } from './interpret-row.js'
import { narrowPlace } from './place-of-row.js'
import { producerKindOf } from './producer-kind.js'
import type { ProductRow } from './product-columns.js'

export type ProducerDraft = DraftOf<'producers'>

/** What a row says of a producer, beside what was known. */
export interface ProducerChange {
  readonly known: ProducerDraft | null
  readonly draft: ProducerDraft
  readonly looksLike: string | undefined
}

/** Finds the producers that rows name, and makes those that are new. Within a province of today a name means one producer. */
export class ProducerBook {
  readonly #names = new NameDirectory<string>(writtenOut)
  readonly #slugs = new Set<string>()
  readonly staging: Staging<'producers'>

  constructor(
    private readonly state: CatalogState,
    private readonly places: Places,
  ) {
    this.staging = new Staging(state, 'producers')
  }

  async open(): Promise<this> {
    for await (const { id, name, place } of inSlices(this.state.all('producers'))) {
      const province = place && this.places.findProvince(place.list, place.province)
      if (province) this.#names.put(this.#scope(province), name, id)
    }
    return this
  }

  /** The producer as the row and what is known of it say together; null when the row names none. */
  merge(row: ProductRow, { place, province }: Meaning): ProducerChange | null {
    const name = row.producer
    if (name === undefined) return null
    const found = this.#names.find(this.#scope(province), name, 'producer')
    const known = found.value === null ? null : this.staging.find(found.value)
    const base = known ?? { ...this.#newName(name, province), name, place, source: row.source }
    const draft = {
      ...base,
      kind: row.producer_kind ?? known?.kind ?? producerKindOf(name),
      place: base.place ? narrowPlace(base.place, place) : place,
    }
    return { known, draft, looksLike: found.looksLike }
  }

  /** Forgets the names by which producers are found; what rows have made of them stays. */
  forgetNames(): void {
    this.#names.clear()
    this.#slugs.clear()
  }

  keep(draft: ProducerDraft, province: Province): void {
    if (!this.staging.has(draft.id)) {
      this.#names.put(this.#scope(province), draft.name, draft.id)
      this.#slugs.add(draft.slug)
    }
    this.staging.put(draft)
  }

  #newName(name: string, province: Province): { id: string; slug: string } {
    const isTaken = (slug: string) => this.#slugs.has(slug) || this.state.findBySlug('producers', slug) !== null
    const slug = freeSlug([name, `${name} ${province.name}`], 'chu-the', isTaken)
    return { id: freeId(slug, (id) => this.staging.has(id)), slug }
  }

  #scope(province: Province): string {
    return this.places.successor(province).key
  }
}
