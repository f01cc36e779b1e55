import { Membership, OfficeRole, ProducerRole } from '../../../catalog/account.js'
import { fieldError } from '../../../catalog/errors.js'
import { parse } from '../../../catalog/parse.js'
import { reachOf } from '../../../access/rights.js'
import { provinceName } from '../../models/place-words.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

/** What the form offers: only roles and provinces that the person may give. */
export function toMembershipForm(visit: Visit) {
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
    chosen: {
      role: visit.form.get('role') ?? '',
      provinces: visit.form.getAll('province'),
      producer: visit.form.get('producer') ?? '',
    },
  }
}

/** A producer by its public address, its slug or its id, as it may be pasted. */
function producerIdOf(typed: string, { catalog: { state } }: Visit): string {
  const name = typed
    .trim()
    .replace(/^.*\/producers\//, '')
    .replace(/[?#][^]*/, '')
  if (name === '') throw fieldError('producer', 'required')
  const found = state.findBySlug('producers', name) ?? state.find('producers', name)
  if (!found) throw fieldError('producer', 'notFound', { value: typed.slice(0, 100) })
  return found.id
}

/** @throws {CatalogError} `INVALID_INPUT` at `role`, `province` or `producer`. */
export function readMembership(visit: Visit, ownProducerId?: string): Membership {
  const role = singleField(visit.form, 'role')
  if (ProducerRole.safeParse(role).success) {
    const producerId = ownProducerId ?? producerIdOf(singleField(visit.form, 'producer'), visit)
    return parse(Membership, { front: 'producer', role, producerId })
  }
  if (!OfficeRole.safeParse(role).success) throw fieldError('role', 'required')
  const provinces = visit.form.getAll('province').filter((key) => key !== '')
  if (provinces.length === 0) throw fieldError('province', 'required')
  const scope = provinces.includes('country') ? 'country' : provinces
  return parse(Membership, { front: 'office', role, scope })
}
