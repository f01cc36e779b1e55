import { Membership, OfficeRole, ProducerRole } from '../../../catalog/account.js'
import { fieldError } from '../../../catalog/errors.js'
import type { ProvinceKey } from '../../../catalog/places/place.js'
import { parse } from '../../../catalog/parse.js'
import type { Producer } from '../../../catalog/producer.js'
import { reachOf } from '../../../access/rights.js'
import { provinceName, toShortPlace } from '../../models/place-words.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

/**
 * What the form offers: only roles and provinces that the person may give.
 *
 * @param like - The role that is chosen at first; what was typed when it is left out.
 */
export function toMembershipForm(visit: Visit, like?: Membership) {
  const { roles } = visit.messages.office
  const { places } = visit.catalog.reference
  const reach = reachOf(personOf(visit), 'account.manage')
  const isOffice = reach.everything || reach.provinces.size > 0
  const choices = [...(isOffice ? OfficeRole.options : []), ...ProducerRole.options]
  return {
    roles: choices.map((role) => ({ value: role, label: roles[role] })),
    isOffice,
    mayGiveCountry: reach.everything,
    provinces: isOffice
      ? places
          .provinces(visit.catalog.today())
          .filter(({ key }) => reach.everything || reach.provinces.has(key))
          .map((province) => ({ value: province.key, label: provinceName(province, visit) }))
      : [],
    chosen: like ? chosenLike(like, visit) : typedMembership(visit),
    producers: choicesOf(visit, reach),
  }
}

const typedMembership = (visit: Visit) => ({
  role: visit.form.get('role') ?? '',
  provinces: visit.form.getAll('province'),
  producer: typedProducer(visit),
})

function chosenLike(membership: Membership, { catalog }: Visit): ReturnType<typeof typedMembership> {
  const { role } = membership
  if (membership.front === 'office') return { role, provinces: [membership.scope].flat(), producer: '' }
  return { role, provinces: [], producer: catalog.state.find('producers', membership.producerId)?.slug ?? '' }
}

/** The producer that was chosen of a list, or what was typed; a link to the form may name one. */
const typedProducer = ({ form, query }: Visit): string =>
  form.get('producerChoice') ?? form.get('producer') ?? query.get('producer') ?? ''

type Reach = ReturnType<typeof reachOf>

const within =
  ({ everything, provinces }: Reach) =>
  (province: ProvinceKey | null): boolean =>
    everything || (province !== null && provinces.has(province))

/** The producers that a name may mean: those that bear it, or with none those that share words with it. */
function meantBy(typed: string, { catalog }: Visit, reach: Reach): readonly Producer[] {
  const { producers } = catalog.accounts
  const named = producers.named(typed, within(reach))
  return named.length > 0 ? named : producers.like(typed, within(reach))
}

/** What the form lists when a name was typed that may be of several producers, each with its place. */
function choicesOf(visit: Visit, reach: Reach) {
  const typed = typedProducer(visit)
  if (!visit.form.has('producer') || typed === '' || findProducer(typed, visit, reach)) return []
  return meantBy(typed, visit, reach).map(({ slug, name, place }) => ({
    value: slug,
    name,
    place: place ? toShortPlace(place, visit) : '',
  }))
}

/** A producer by its name, its public address, its slug or its id; null when it is none or may be several. */
function findProducer(typed: string, visit: Visit, reach: Reach): Producer | null {
  const { state, accounts } = visit.catalog
  const name = typed
    .trim()
    .replace(/^.*\/producers\//, '')
    .replace(/[?#][^]*/, '')
  const found = state.findBySlug('producers', name) ?? state.find('producers', name)
  if (found) return found
  const named = accounts.producers.named(typed, within(reach))
  return named.length === 1 ? (named[0] ?? null) : null
}

function requireProducer(visit: Visit): Producer {
  singleField(visit.form, 'producer')
  const typed = typedProducer(visit)
  if (typed.trim() === '') throw fieldError('producer', 'required')
  const reach = reachOf(personOf(visit), 'account.manage')
  const found = findProducer(typed, visit, reach)
  if (found) return found
  const value = typed.slice(0, 100)
  const candidates = meantBy(typed, visit, reach).map(({ name }) => name)
  if (candidates.length === 0) throw fieldError('producer', 'notFound', { value })
  throw fieldError('producer', 'ambiguous', { value, candidates: [...new Set(candidates)].join('; ') })
}

/** @throws {CatalogError} `INVALID_INPUT` at `role`, `province` or `producer`. */
export function readMembership(visit: Visit, ownProducerId?: string): Membership {
  const role = singleField(visit.form, 'role')
  if (ProducerRole.safeParse(role).success) {
    const producerId = ownProducerId ?? requireProducer(visit).id
    return parse(Membership, { front: 'producer', role, producerId })
  }
  if (!OfficeRole.safeParse(role).success) throw fieldError('role', 'notChosen')
  const provinces = visit.form.getAll('province').filter((key) => key !== '')
  if (provinces.length === 0) throw fieldError('province', 'notChosen')
  const scope = provinces.includes('country') ? 'country' : provinces
  return parse(Membership, { front: 'office', role, scope })
}
