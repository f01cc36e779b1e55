import { Membership } from '../../catalog/account.js'
import { Day, Instant } from '../../catalog/day.js'
import { PackSize } from '../../catalog/packs/pack-size.js'
import { formatPack } from '../../catalog/packs/pack-words.js'
import { PlaceRef } from '../../catalog/places/place.js'
import { Classification } from '../../catalog/product.js'
import { ReturnReason } from '../../catalog/submission.js'
import { formatCount, formatDay, formatInstant, formatVnd } from '../format.js'
import { say } from '../language.js'
import { packName } from '../models/pack-name.js'
import { fieldLabel } from '../producer/listing/steps.js'
import type { Visit } from '../visit.js'
import { roleWords } from '../fronts/people/account-words.js'

type Table = Readonly<Record<string, string>>

/** Fields that hold đồng, wherever they stand. */
const MONEY = new Set(['price', 'amount', 'due', 'most', 'minimum', 'freeFrom', 'first', 'each'])

/** Fields that hold codes: of states, kinds, rhythms. What people typed is never taken for a code. */
const CODED = new Set(['status', 'kind', 'outcome', 'direction', 'every', 'changed'])

/**
 * A pack as people call it, with its SKU beside: `Cà phê bột · 500 g (CF-500)`.
 *
 * @param within - The product of which the entry speaks anyway; its packs go by their size alone.
 * @returns null for a SKU that nobody knows.
 */
export function packWords(sku: string, { catalog: { state }, language }: Visit, within: string | null): string | null {
  const found = state.findBySku(sku)
  if (!found) return null
  const pack = `${packName(found.variant, language)} (${sku})`
  return found.product.id === within ? pack : `${say(found.product.name, language).text} · ${pack}`
}

/**
 * What a changed field is called: `variants.CF-500.price` is "Giá · 500 g (CF-500)"; one without a word stands as it is.
 *
 * @param within - The product of which the entry speaks, if it does of one.
 */
export function auditField(path: string, visit: Visit, within: string | null): string {
  const { fields, collections }: { fields: Table; collections: Table } = visit.messages.office.audit
  const { listing, product } = visit.messages
  const parts = path.split('.')
  const last = parts.at(-1) ?? path
  const [first = '', second = ''] = parts
  if (first === 'variants' && parts.length === 3)
    return `${fieldLabel(`variants.0.${last}`, visit)} · ${packWords(second, visit, within) ?? second}`
  if (first === 'labelFacts') return (product.labelFacts as Table)[second] ?? path
  const word = fields[path] ?? (listing.fields as Table)[path] ?? (listing.fields as Table)[first]
  return word ?? packWords(path, visit, within) ?? collections[path] ?? path
}

function nameOf(path: string, id: string, visit: Visit, within: string | null): string | null {
  const { catalog, language } = visit
  const { state } = catalog
  if (path === 'sku') return packWords(id, visit, within)
  if (path === 'producerId') return state.find('producers', id)?.name ?? null
  const product = path === 'productIds' ? state.find('products', id) : null
  return product && say(product.name, language).text
}

function textWords(path: string, text: string, visit: Visit, within: string | null): string {
  const { codes } = visit.messages.office.audit.values
  if (text === '') return visit.messages.office.audit.values.none
  if (CODED.has(path)) {
    const words = text.split(', ').map((code) => (codes as Table)[code] ?? code)
    return words.join(', ')
  }
  if (path === 'scopes') return (visit.messages.apiKeys.scopeNames as Table)[text] ?? text
  if (path === 'events') return (visit.messages.telling.events as Table)[text] ?? text
  if (Day.safeParse(text).success) return formatDay(text as Day)
  if (Instant.safeParse(text).success) return formatInstant(text as Instant)
  return nameOf(path, text, visit, within) ?? text
}

/** Things of several fields that people know as one: a pack, a place, a set, a role, a text in two languages. */
function knownThing(value: object, visit: Visit): string | null {
  const { reference } = visit.catalog
  const pack = PackSize.safeParse(value).data
  if (pack) return formatPack(pack, visit.language)
  const place = PlaceRef.safeParse(value).data
  if (place) return reference.places.describe(place, visit.catalog.today(), visit.language)
  const role = Membership.safeParse(value).data
  if (role) return roleWords(role, visit)
  const classified = Classification.safeParse(value).data
  if (classified)
    return classified.set === null
      ? reference.groups.group(classified.group)[visit.language]
      : say(reference.groups.set(classified.set), visit.language).text
  const reason = ReturnReason.safeParse(value).data
  if (reason) {
    const { whole } = visit.messages.listing.fields
    return `${reason.path === '' ? whole : fieldLabel(reason.path, visit)}: ${reason.text}`
  }
  return 'vi' in value && typeof value.vi === 'string' ? say(value as { vi: string }, visit.language).text : null
}

/** Of what an entry of the trail speaks. */
interface Entry {
  /** True where its numbers are prices by SKU. */
  readonly isMoney: boolean
  /** The product that it is about, if it is about one. */
  readonly within: string | null
}

/**
 * A value of the trail as people read it: states, roles, yes and no, days, đồng and records by their names, in the
 * visitor's language. What has no words stands as it is stored, so that nothing is hidden.
 *
 * @param path - The field that holds it, as it is stored.
 */
export function auditValue(path: string, value: unknown, visit: Visit, { isMoney, within }: Entry): string {
  const { values } = visit.messages.office.audit
  const last = path.split('.').at(-1) ?? path
  if (value === null || value === undefined) return values.none
  if (typeof value === 'boolean') return value ? values.yes : values.no
  if (typeof value === 'number')
    return isMoney || MONEY.has(last) ? formatVnd(value) : formatCount(value, visit.language)
  if (typeof value === 'string') return textWords(last, value, visit, within)
  if (Array.isArray(value)) {
    if (path === 'photos') return visit.messages.office.audit.values.photos(value.length)
    return value.length === 0
      ? values.none
      : value.map((one) => auditValue(path, one, visit, { isMoney: false, within })).join('; ')
  }
  const known = knownThing(value, visit)
  if (known !== null) return known
  return Object.entries(value)
    .map(
      ([field, inner]) =>
        `${auditField(field, visit, within)}: ${auditValue(field, inner, visit, { isMoney: false, within })}`,
    )
    .join(', ')
}
