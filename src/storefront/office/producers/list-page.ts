import type { Producer } from '../../../catalog/producer.js'
import { compareVietnamese, fold } from '../../../catalog/text.js'
import { formatCount } from '../../format.js'
import { readPage, toPaging } from '../../list/paging.js'
import { toDialled } from '../../../catalog/phone.js'
import { toShortPlace } from '../../models/place-words.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

const PAGE_SIZE = 50
const PATH = '/office/producers'

function toRow({ id, name, place, phone, address }: Producer, visit: Visit) {
  const { noPhone, noAddress } = visit.messages.profile.office
  return {
    href: visit.links.to(`${PATH}/${id}`),
    name,
    facts: [place && toShortPlace(place, visit), phone && toDialled(phone)].filter(Boolean).join(' · '),
    missing: [...(phone === undefined ? [noPhone] : []), ...(address === undefined ? [noAddress] : [])],
  }
}

/** The producers within reach, found by their names, with what their profiles lack. */
export const producersPage: Handler = (visit) => {
  const words = visit.messages.profile.office
  const text = (visit.query.get('q') ?? '').trim().slice(0, 100)
  const found = visit.catalog.producers
    .list(personOf(visit))
    .filter(({ name }) => fold(name).includes(fold(text)))
    .toSorted((a, b) => compareVietnamese(a.name, b.name))
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
  const current = readPage(visit.query, pageCount)
  const view = {
    text,
    count: found.length === 0 ? words.none : words.count(formatCount(found.length, visit.language)),
    rows: found.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((producer) => toRow(producer, visit)),
    paging: toPaging(current, pageCount, (number) => visit.links.to(PATH, { q: text, page: number })),
  }
  return page('office/producers', { title: words.title }, view)
}
