import type { Producer } from '../../catalog/producer.js'
import { compareVietnamese, fold } from '../../catalog/text.js'
import { formatCount } from '../format.js'
import { readPage, toPaging } from '../list/paging.js'
import { publishedCount, toProducerCard } from '../models/producer-card.js'
import { showsIllustration, toProductCard } from '../models/product-card.js'
import { toProducerFacts } from '../models/structured.js'
import { toPlaceFacts } from '../models/place-words.js'
import { movedTo } from '../answer/moved.js'
import { notFound } from '../refusal.js'
import { toShareLinks } from '../models/share-links.js'
import { page } from '../reply.js'
import type { Handler } from '../route.js'
import { vietnamese } from '../language.js'

const PAGE_SIZE = 30
const MAX_TEXT = 100

const byName = (a: Producer, b: Producer): number => compareVietnamese(a.name, b.name) || (a.id < b.id ? -1 : 1)

/** Producers with something to show, in Vietnamese order, narrowed by words of their names with or without marks. */
export const producers: Handler = (visit) => {
  const { around } = visit.messages
  const text = (visit.query.get('name') ?? '').normalize('NFC').trim().slice(0, MAX_TEXT)
  const found = visit.catalog.state
    .all('producers')
    .filter((producer) => fold(producer.name).includes(fold(text)) && publishedCount(producer, visit) > 0)
    .sort(byName)
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
  const current = readPage(visit.query, pageCount)
  const hrefOf = (number: number) => visit.links.to('/producers', { name: text, page: number > 1 ? number : null })
  const view = {
    text,
    found: around.producerCount(formatCount(found.length, visit.language)),
    cards: found
      .slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE)
      .map((producer) => toProducerCard(producer, visit)),
    paging: toPaging(current, pageCount, hrefOf),
    everyone: visit.links.to('/producers'),
  }
  const trail = [{ label: { text: around.producers, lang: null }, path: null }]
  return page('shop/producers', { title: around.producers, noIndex: text !== '' }, view, { trail })
}

/** One producer: who it is, where, and what it makes. */
export const producer: Handler = (visit) => {
  const { around } = visit.messages
  const found = visit.catalog.state.findBySlug('producers', visit.params.slug ?? '')
  if (!found) throw notFound()
  if (found.slug !== visit.params.slug) return movedTo(`/producers/${found.slug}`, visit)
  const cards = visit.catalog.state
    .productsOf(found.id)
    .filter(({ status }) => status === 'published')
    .map((product) => toProductCard(product, visit))
  const name = vietnamese(found.name, visit.language)
  const trail = [
    { label: { text: around.producers, lang: null }, path: '/producers' },
    { label: name, path: null },
  ]
  const view = {
    producer: toProducerCard(found, visit),
    address: found.address ?? null,
    share: toShareLinks(`/producers/${found.slug}`, visit),
    places: found.place && toPlaceFacts(found.place, visit),
    cards,
  }
  const head = {
    title: found.name,
    description: around.producerDescription(found.name),
    structured: [toProducerFacts(found, visit)],
  }
  return page('shop/producer', head, view, { trail, illustrative: showsIllustration(cards) })
}
