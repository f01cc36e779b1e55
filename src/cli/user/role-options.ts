import { OfficeRole, ProducerRole, type Membership } from '../../catalog/account.js'
import type { Language } from '../../catalog/text.js'
import type { Catalog } from '../../site/catalog.js'
import { usageRefusal } from '../refusal.js'
import { userWords } from './words.js'

/** A role as it is typed: `--role reviewer --province "Đắk Lắk"`, `--role owner --producer htx-ea-tu`. */
export interface RoleOptions {
  readonly role?: string
  readonly province?: readonly string[]
  readonly producer?: string
}

function provinceKeyOf(name: string, { reference: { places } }: Catalog) {
  const found = places.findProvinceByName(name) ?? places.findProvinceBySlug(name)
  if (!found)
    throw usageRefusal(`--province: không có tỉnh, thành phố “${name}”.`, `--province: there is no province “${name}”.`)
  return places.successor(found).key
}

function producerIdOf(name: string | undefined, { state }: Catalog) {
  if (name === undefined)
    throw usageRefusal(
      '--producer: vai trò này cần tên chủ thể (mã hoặc đường dẫn ngắn).',
      '--producer: this role needs a producer (id or slug).',
    )
  const found = state.find('producers', name) ?? state.findBySlug('producers', name)
  if (!found)
    throw usageRefusal(`--producer: không có chủ thể “${name}”.`, `--producer: there is no producer “${name}”.`)
  return found.id
}

/** @throws {Refusal} naming the option that is wrong. */
export function readRole({ role = '', province = [], producer }: RoleOptions, catalog: Catalog): Membership {
  const inOffice = OfficeRole.safeParse(role)
  if (inOffice.success) {
    const keys = [...new Set(province.map((name) => provinceKeyOf(name, catalog)))]
    return { front: 'office', role: inOffice.data, scope: keys.length === 0 ? 'country' : keys }
  }
  const withProducer = ProducerRole.safeParse(role)
  if (withProducer.success)
    return { front: 'producer', role: withProducer.data, producerId: producerIdOf(producer, catalog) }
  const known = [...OfficeRole.options, ...ProducerRole.options].join(', ')
  throw usageRefusal(`--role: cần một trong: ${known}.`, `--role: this must be one of: ${known}.`)
}

/** A role in words: `administrator (whole country)`. */
export function describeRole(membership: Membership, { state, reference }: Catalog, language: Language): string {
  if (membership.front === 'producer')
    return `${membership.role} (${state.find('producers', membership.producerId)?.name ?? membership.producerId})`
  const scope =
    membership.scope === 'country'
      ? userWords[language].country
      : membership.scope.map((key) => reference.places.province(key)?.name ?? key).join(', ')
  return `${membership.role} (${scope})`
}
