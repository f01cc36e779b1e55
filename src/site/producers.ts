import type { Actor } from '../access/actor.js'
import { may, requireRight } from '../access/rights.js'
import { producerSubject } from '../access/subjects.js'
import { CatalogError, fieldError } from '../catalog/errors.js'
import { placeIssues } from '../catalog/integrity.js'
import { parse } from '../catalog/parse.js'
import { producerNameKey } from '../catalog/producer-name.js'
import { ProducerProfile } from '../catalog/producer-profile.js'
import type { Producer } from '../catalog/producer.js'
import { without } from '../catalog/without.js'
import { KnownProducers } from './accounts/known-producers.js'
import type { SiteContext } from './context.js'
import { Reaches } from './reaches.js'
import { requireForProducer, trail } from './trail.js'

const FACTS = ['name', 'kind', 'place', 'address', 'phone', 'website', 'story'] as const

/** What producers say of themselves: where they are, how they are reached, their story. */
export class Producers {
  readonly #reaches: Reaches
  readonly #known: KnownProducers

  constructor(private readonly site: SiteContext) {
    this.#reaches = new Reaches(site)
    this.#known = new KnownProducers(site, (id) => this.#reaches.provinceOf(id))
  }

  /** The producers whose profile somebody may change. */
  list(actor: Actor): Producer[] {
    const isWithin = this.#reaches.withinReach(actor, 'producer.edit')
    return this.site.state.all('producers').filter(({ id }) => isWithin(id))
  }

  /** A producer whose profile somebody may change. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  get(actor: Actor, id: string): Producer {
    requireForProducer(this.site, actor, 'producer.edit', id)
    return this.site.state.get('producers', id)
  }

  /**
   * States all of a profile: pages, search and labels follow. Name and kind stand in certificates, and the province says
   * which office looks after the producer: these three only an office changes, the province only one that reaches both.
   *
   * @param input - See {@link ProducerProfile}.
   * @param baseVersion - The version that the change is based on; any when left out.
   * @throws {CatalogError} `INVALID_INPUT`, with `knownProducer` for a new name that another producer of the province bears
   * unless the input says `isAnother`; `FORBIDDEN`; `NOT_FOUND` for an unknown producer and one out of reach;
   * `CONFLICT` when somebody else has changed it since `baseVersion`.
   */
  save(actor: Actor, id: string, input: unknown, baseVersion?: number): Promise<Producer> {
    const { site } = this
    return site.change(() => {
      const before = this.get(actor, id)
      if (baseVersion !== undefined && baseVersion !== before.version)
        throw new CatalogError('CONFLICT', { details: { what: 'producer', id } })
      const profile = parse(ProducerProfile, input)
      const { name = before.name, kind = before.kind, place = before.place, isAnother = false, ...stated } = profile
      const issues = placeIssues('place', place, site.reference.places)
      if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
      const kept = without(before, ...FACTS, 'version', 'changedAt')
      const after = site.draft('producers', { ...kept, ...stated, name, kind, place })
      this.#requireMayMove(actor, before, after)
      if (name !== before.name || kind !== before.kind)
        requireRight(actor, 'catalog.edit', this.#reaches.subjectOf(id), { what: 'producer', id })
      if (!isAnother) this.#refuseNamesake(before, after)
      const changed = FACTS.filter((fact) => JSON.stringify(before[fact]) !== JSON.stringify(after[fact]))
      if (changed.length === 0) return { commit: {}, result: before }
      const factsOf = (producer: Producer) => Object.fromEntries(changed.map((fact) => [fact, producer[fact]]))
      const audit = trail(site, actor, {
        action: 'producers.save',
        subject: { collection: 'producers', id },
        before: factsOf(before),
        after: factsOf(after),
      })
      return { commit: { puts: [site.put('producers', after)], audit }, result: after }
    })
  }

  /** A new name that another producer of the province bears, however it is written: two would become hard to tell apart. */
  #refuseNamesake(before: Producer, after: Producer): void {
    if (producerNameKey(after.name) === producerNameKey(before.name)) return
    const province = this.#reaches.provinceOf(before.id)
    const [known] = this.#known.named(after.name, (one) => one === province).filter(({ id }) => id !== after.id)
    if (known) throw fieldError('name', 'knownProducer', { name: known.name, id: known.id, slug: known.slug })
  }

  #requireMayMove(actor: Actor, before: Producer, after: Producer): void {
    const subjectOf = (one: Producer) => producerSubject(one, this.site.reference.places, this.site.today())
    const isSame = JSON.stringify(subjectOf(before)) === JSON.stringify(subjectOf(after))
    if (before.place === null || isSame || may(actor, 'catalog.edit', subjectOf(after))) return
    throw fieldError('place.province', 'inconsistent', {
      why: 'Chủ thể chuyển sang tỉnh/thành khác do cơ quan phụ trách cả hai nơi ghi; hãy báo cơ quan.',
      whyEn: 'A producer is moved to another province by an office that looks after both; tell the office.',
    })
  }
}
