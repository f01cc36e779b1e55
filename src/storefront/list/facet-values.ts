import type { GroupCode } from '../../catalog/product-groups.js'
import type { FacetName, Recognition } from '../../search/index-port.js'
import { say, vietnamese, type Said } from '../language.js'
import { communeTitle, provinceName } from '../models/place-words.js'
import type { Visit } from '../visit.js'

/** One value of a facet as people meet it: in the address and in words. */
export interface FacetValue {
  /** As the search index knows it. */
  readonly value: string
  /** As it stands in the address. */
  readonly param: string
  readonly label: Said
}

interface Facet {
  /** Null for what is not known: such a value is left out of the search. */
  readonly fromParam: (param: string, visit: Visit) => FacetValue | null
  readonly fromValue: (value: string, visit: Visit) => FacetValue | null
}

const plain = (text: string): Said => ({ text, lang: null })

const group = (code: GroupCode, visit: Visit): FacetValue => {
  const { slug, vi, en } = visit.catalog.reference.groups.group(code)
  return { value: code, param: slug, label: say({ vi, en }, visit.language) }
}

function set(value: string, visit: Visit): FacetValue | null {
  const known = visit.catalog.reference.groups.groups
    .flatMap(({ sets }) => sets)
    .find(({ number }) => String(number) === value)
  return known ? { value, param: value, label: say(known, visit.language) } : null
}

function commune(code: string, visit: Visit): FacetValue | null {
  const known = visit.catalog.reference.places.findCommune('2025-07', code)
  return known && { value: code, param: code, label: plain(communeTitle(known, visit)) }
}

const stars = (value: string, visit: Visit): FacetValue | null =>
  /^[1-5]$/.test(value) ? { value, param: value, label: plain(visit.messages.browse.starCount(value)) } : null

const isRecognition = (value: string): value is Recognition => ['valid', 'unconfirmed', 'lapsed'].includes(value)

const recognition = (value: string, visit: Visit): FacetValue | null =>
  isRecognition(value) ? { value, param: value, label: plain(visit.messages.browse.recognitions[value]) } : null

const recordFacet = (collection: 'platforms' | 'producers'): Facet => {
  const toValue = (record: { id: string; slug: string; name: string | { vi: string } } | null, visit: Visit) => {
    if (!record) return null
    const name =
      typeof record.name === 'string' ? vietnamese(record.name, visit.language) : say(record.name, visit.language)
    return { value: record.id, param: record.slug, label: name }
  }
  return {
    fromParam: (slug, visit) => toValue(visit.catalog.state.findBySlug(collection, slug), visit),
    fromValue: (id, visit) => toValue(visit.catalog.state.find(collection, id), visit),
  }
}

const same = (find: Facet['fromValue']): Facet => ({ fromParam: find, fromValue: find })

/** The facets in the order in which they are offered. */
export const facets: Readonly<Record<FacetName, Facet>> = {
  group: {
    fromParam: (slug, visit) => {
      const found = visit.catalog.reference.groups.groups.find((known) => known.slug === slug)
      return found ? group(found.code, visit) : null
    },
    fromValue: (code, visit) => group(code as GroupCode, visit),
  },
  set: same(set),
  province: {
    fromParam: (slug, visit) => {
      const { places } = visit.catalog.reference
      const found = places.findProvinceBySlug(slug)
      const today = found && places.successor(found)
      return today ? { value: today.code, param: today.slug, label: plain(provinceName(today, visit)) } : null
    },
    fromValue: (code, visit) => {
      const found = visit.catalog.reference.places.findProvince('2025-07', code)
      return found ? { value: code, param: found.slug, label: plain(provinceName(found, visit)) } : null
    },
  },
  commune: same(commune),
  stars: same(stars),
  recognition: same(recognition),
  platform: recordFacet('platforms'),
  producer: recordFacet('producers'),
}

export const FACET_NAMES = Object.keys(facets) as readonly FacetName[]
