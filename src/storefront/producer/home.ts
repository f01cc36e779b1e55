import { may } from '../../access/rights.js'
import { producerSubject } from '../../access/subjects.js'
import type { Action } from '../../access/right-table.js'
import type { Producer } from '../../catalog/producer.js'
import { formatCount } from '../format.js'
import { page } from '../reply.js'
import type { Handler } from '../route.js'
import { personOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { producerOf } from '../fronts/current-producer.js'
import { newlyChangedAccount } from './terms/account-notice.js'
import { questionRows } from './replies/rows.js'
import { toRenewal } from './standing/renewal.js'

/** Orders beyond it are told as "more than". */
const MOST_COUNTED = 100

const isAllowed = (action: Action, producer: Producer, visit: Visit): boolean =>
  may(personOf(visit), action, producerSubject(producer, visit.catalog.reference.places, visit.catalog.today()))

async function countNewOrders(producer: Producer, visit: Visit): Promise<number> {
  if (!visit.site.sells || !isAllowed('order.view', producer, visit)) return 0
  const { orders } = await visit.catalog.orderDesk.list(personOf(visit), producer.id, {
    limit: MOST_COUNTED,
    isOpen: true,
  })
  return orders.filter(({ share }) => share.status === 'placed').length
}

/** How many transfers match no order, for those who may deal with them; nothing when there is none. */
function transferTile(producer: Producer, visit: Visit): number[] {
  if (!visit.site.sells || !isAllowed('payment.manage', producer, visit)) return []
  const open = visit.catalog.bankNotices
    .listFor(personOf(visit))
    .filter((notice) => visit.catalog.bankNotices.producerOf(notice) === producer.id)
  return open.length === 0 ? [] : [open.length]
}

/** What shoppers miss of the producer, for those who may state it. */
function missingWords(producer: Producer, visit: Visit): string | null {
  if (!isAllowed('producer.edit', producer, visit)) return null
  const { both, phone, address } = visit.messages.profile.missing
  if (producer.phone === undefined) return producer.address === undefined ? both : phone
  return producer.address === undefined ? address : null
}

/** Where a producer's day begins: what is new, what is to be mended, what runs out. */
export const producerHome: Handler = async (visit) => {
  const producer = producerOf(visit)
  const words = visit.messages.standing.home
  const { state, submissions, goods } = visit.catalog
  const own = submissions.listOf(personOf(visit), producer.id)
  const numberOf = (status: string) => own.filter((submission) => submission.status === status).length
  const published = state.productsOf(producer.id).filter(({ status }) => status === 'published')
  const renewals = published.flatMap((product) => {
    const renewal = toRenewal(product, visit)
    return renewal && renewal.tone !== 'calm' ? [{ name: product.name.vi, ...renewal }] : []
  })
  const tile = (label: string, count: number, path: string) => ({
    label,
    count: formatCount(count, visit.language),
    href: visit.links.to(path),
  })
  const view = {
    name: producer.name,
    publicPage: visit.links.to(`/producers/${producer.slug}`),
    accountChanged: newlyChangedAccount(visit),
    missing: missingWords(producer, visit),
    renewals,
    tiles: [
      tile(words.newOrders, await countNewOrders(producer, visit), '/producer/orders'),
      tile(
        visit.messages.replies.questions,
        questionRows(producer.id, visit).filter(({ answered }) => answered === null).length,
        '/producer/questions',
      ),
      ...transferTile(producer, visit).map((count) =>
        tile(visit.messages.transfers.title, count, '/producer/transfers'),
      ),
      tile(words.returned, numberOf('returned'), '/producer/products'),
      tile(words.waiting, numberOf('sent'), '/producer/products'),
      tile(
        words.soldOut,
        goods.list(personOf(visit), producer.id).filter(({ stock }) => stock === 0).length,
        '/producer/products',
      ),
    ],
  }
  return page('producer/home', { title: visit.messages.selling.sections.home }, view)
}
