import type { Producer } from '../../../catalog/producer.js'
import type { ProducerOrder } from '../../../site/selling/order-desk.js'
import { CatalogError } from '../../../catalog/errors.js'
import { toDialled } from '../../../catalog/phone.js'
import { formatCount, formatVnd } from '../../format.js'
import { page, redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
import { maskPhone, toAddress, toCollect } from '../orders/share-view.js'
import { qrAddress } from '../../qr/qr-svg.js'

/** More would be a print run that nobody packs at once. */
const MOST = 50
const PER_A4 = 4

/** What is printed on which paper, by the word of the address. */
const KINDS = {
  'label-a6': { what: 'label', size: 'a6' },
  'label-a4': { what: 'label', size: 'a4' },
  'slip-a4': { what: 'slip', size: 'a4' },
  'slip-a6': { what: 'slip', size: 'a6' },
} as const

const kindOf = (asked: string | null): (typeof KINDS)[keyof typeof KINDS] =>
  KINDS[(Object.keys(KINDS) as (keyof typeof KINDS)[]).find((kind) => kind === asked) ?? 'label-a6']

/** Street, commune and province, in the units in which they are stated. */
function toSenderAddress({ address, place }: Producer, visit: Visit): string | null {
  const { places } = visit.catalog.reference
  const unit = place && places.describe(place, visit.catalog.today(), visit.language)
  return [address, unit].filter(Boolean).join(', ') || null
}

function toSheet(found: ProducerOrder, visit: Visit, isCopy: boolean) {
  const { order, share } = found
  const producer = producerOf(visit)
  const collect = toCollect(found)
  const words = visit.messages.dispatch.print
  return {
    code: order.code,
    // It opens the shopper's page of the order, which asks for the phone number; the producer's search takes it too.
    qr: qrAddress(visit.links.absolute(`/orders/${order.code}`)),
    from: {
      name: producer.name,
      phone: producer.phone ? toDialled(producer.phone) : null,
      address: toSenderAddress(producer, visit),
    },
    to: {
      name: order.recipient.name,
      phone: isCopy ? maskPhone(order.recipient.phone) : toDialled(order.recipient.phone),
      address: toAddress(found, visit),
      note: order.recipient.note ?? null,
    },
    lines: share.lines.map(({ name, sku, quantity }) => ({
      name,
      sku,
      quantity: formatCount(quantity, visit.language),
    })),
    parcel: share.parcel ? [share.parcel.carrier, share.parcel.trackingNumber].filter(Boolean).join(' · ') : null,
    collect: collect > 0 ? `${words.cod}: ${formatVnd(collect)}` : words.paid,
  }
}

async function chosenOrders(visit: Visit): Promise<ProducerOrder[]> {
  const { id } = producerOf(visit)
  const codes = [...new Set(visit.query.getAll('code'))].slice(0, MOST)
  const found = await Promise.all(
    codes.map((code) =>
      visit.catalog.orderDesk.get(personOf(visit), id, code).catch((error: unknown) => {
        if (error instanceof CatalogError && error.code === 'NOT_FOUND') return null
        throw error
      }),
    ),
  )
  return found.filter((one) => one !== null)
}

const inGroups = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

/** Labels or packing slips of several orders, on A6 or A4, ready for the browser's print dialogue. */
export const printOrders: Handler = async (visit) => {
  const { what, size } = kindOf(visit.query.get('as'))
  const found = await chosenOrders(visit)
  if (found.length === 0) return redirect(visit.links.to('/producer/orders', { print: 'none' }))
  const sheets = found.map((one) => toSheet(one, visit, what === 'slip'))
  const pages = what === 'label' && size === 'a4' ? inGroups(sheets, PER_A4) : sheets.map((sheet) => [sheet])
  const view = { what, size, pages, back: visit.links.to('/producer/orders') }
  return page('producer/print-orders', { title: visit.messages.dispatch.print.title, noIndex: true }, view, {
    personal: true,
  })
}
