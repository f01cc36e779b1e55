import { LotNumber, SerialNumber, type Lot } from '../../../catalog/packs/lot.js'
import type { Product } from '../../../catalog/product.js'
import { shownCertificate } from '../../../catalog/standing.js'
import { traceAddress } from '../../care/trace-address.js'
import { formatDay } from '../../format.js'
import { say, vietnamese, type Said } from '../../language.js'
import { toOffer } from '../../models/offer.js'
import { toPictures } from '../../models/picture.js'
import { toPlaceFacts } from '../../models/place-words.js'
import { toProducerCard } from '../../models/producer-card.js'
import { toRecognition } from '../../models/recognition.js'
import { qrPng } from '../../qr/qr-png.js'
import { qrSvg } from '../../qr/qr-svg.js'
import { notFound } from '../../refusal.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import type { Visit } from '../../visit.js'

interface Fact {
  readonly label: string
  /** Null where nobody has stated it; the page then says so. */
  readonly value: Said | null
}

const plain = (text: string | null | undefined): Said | null => (text ? { text, lang: null } : null)
const spoken = (text: string | undefined, visit: Visit): Said | null =>
  text === undefined ? null : vietnamese(text, visit.language)

function findProduct(visit: Visit): Product {
  const found = visit.catalog.state.findBySlug('products', visit.params.slug ?? '')
  if (found?.status !== 'published') throw notFound()
  return found
}

/** A lot or serial number of the address, if it has the form of one. */
const readNumber = (schema: typeof LotNumber | typeof SerialNumber, text: string | null): string | null =>
  text !== null && schema.safeParse(text).success ? text : null

function toLot(lot: Lot, product: Product, visit: Visit) {
  const words = visit.messages.care.trace
  const variant = lot.sku === undefined ? undefined : product.variants.find(({ sku }) => sku === lot.sku)
  const isPast = lot.bestBefore !== undefined && lot.bestBefore < visit.catalog.today()
  const facts: Fact[] = [
    { label: words.madeOn, value: plain(lot.madeOn && formatDay(lot.madeOn)) },
    {
      label: words.bestBefore,
      value: plain(lot.bestBefore && `${formatDay(lot.bestBefore)}${isPast ? ` (${words.past})` : ''}`),
    },
    { label: words.soldFrom, value: plain(lot.soldFrom && formatDay(lot.soldFrom)) },
    { label: words.harvestedOn, value: plain(lot.harvestedOn && formatDay(lot.harvestedOn)) },
    { label: words.harvestPlace, value: spoken(lot.harvestPlace, visit) },
  ]
  const isStatedAnyway = new Set([words.madeOn, words.bestBefore, words.soldFrom])
  return {
    number: lot.number,
    isRecalled: lot.status === 'recalled',
    onlyPack: variant ? words.onlyPack(toOffer(variant, visit).name.text) : null,
    facts: facts.filter(({ label, value }) => value !== null || isStatedAnyway.has(label)),
    notes: lot.notes ? say(lot.notes, visit.language) : null,
  }
}

/** What Circular 02/2024/TT-BKHCN asks to be shown of a product, besides its lots. */
function toFacts(product: Product, serial: string | null, visit: Visit): Fact[] {
  const words = visit.messages.care.trace
  const { state } = visit.catalog
  const producer = product.producerId && state.find('producers', product.producerId)
  const { places } = visit.catalog.reference
  const place =
    producer && producer.place ? places.describe(producer.place, visit.catalog.today(), visit.language) : null
  const code = shownCertificate(state.certificatesOf(product.id), visit.catalog.today())?.certificate.productCode
  const gtins = product.variants.flatMap(({ gtin }) => (gtin === undefined ? [] : [gtin]))
  const address = producer ? [producer.address, place].filter(Boolean).join(', ') : ''
  return [
    { label: words.product, value: say(product.name, visit.language) },
    { label: words.brand, value: spoken(product.labelFacts.brand, visit) },
    { label: words.producer, value: producer ? vietnamese(producer.name, visit.language) : null },
    { label: words.address, value: producer?.address === undefined ? plain(address) : spoken(address, visit) },
    { label: words.ocopCode, value: plain(code) },
    { label: words.gtin, value: plain(gtins.join(', ') || words.noGtin) },
    { label: words.sku, value: plain(product.variants.map(({ sku }) => sku).join(', ')) },
    ...(serial === null ? [] : [{ label: words.serial, value: plain(serial) }]),
    { label: words.shelfLife, value: spoken(product.labelFacts.shelfLife, visit) },
  ]
}

/** Where a product comes from: what stands behind the QR code on its pack. */
export const trace: Handler = (visit) => {
  const words = visit.messages.care.trace
  const product = findProduct(visit)
  const name = say(product.name, visit.language)
  const number = readNumber(LotNumber, visit.query.get('lot'))
  const serial = readNumber(SerialNumber, visit.query.get('serial'))
  const lots = visit.catalog.lots.shownOf(product.id)
  const asked = number === null ? null : (lots.find((lot) => lot.number === number) ?? null)
  const producer = product.producerId && visit.catalog.state.find('producers', product.producerId)
  const view = {
    name,
    picture: toPictures(product, visit)[0],
    recognition: toRecognition(product, visit),
    facts: toFacts(product, serial, visit),
    hasSerial: serial !== null,
    places: toPlaceFacts(product.origin, visit),
    asked: asked && toLot(asked, product, visit),
    unknown: number !== null && !asked ? words.lotUnknown(number) : null,
    lots: lots.filter((lot) => lot !== asked).map((lot) => toLot(lot, product, visit)),
    producer: producer ? toProducerCard(producer, visit) : null,
    productHref: visit.links.to(`/products/${product.slug}`),
    reportHref: visit.links.to('/feedback', { about: `product:${product.id}` }),
    qrHref: visit.links.to(`/trace/${product.slug}/qr.svg`, { lot: asked?.number }),
    qrAlt: words.qrAlt(traceAddress(product, { lot: asked?.number }, visit)),
  }
  const head = {
    title: words.title(name.text),
    description: words.description(name.text),
    canonical: `/trace/${product.slug}`,
  }
  return page('care/trace', head, view, {
    trail: [
      { label: { text: visit.messages.browse.products, lang: null }, path: '/products' },
      { label: name, path: `/products/${product.slug}` },
      { label: { text: words.short, lang: null }, path: null },
    ],
  })
}

const qrText = (visit: Visit): string =>
  traceAddress(
    findProduct(visit),
    { sku: visit.query.get('sku') ?? undefined, lot: readNumber(LotNumber, visit.query.get('lot')) },
    visit,
  )

/** The QR code that leads to the page, as SVG. */
export const traceQrSvg: Handler = (visit) => ({
  kind: 'body',
  type: 'image/svg+xml; charset=utf-8',
  body: qrSvg(qrText(visit)),
})

/** The same as PNG, large enough to be printed. */
export const traceQrPng: Handler = (visit) => ({ kind: 'body', type: 'image/png', body: qrPng(qrText(visit)) })
