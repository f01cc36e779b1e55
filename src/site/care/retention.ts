import { isOpen } from '../../care/feedback-steps.js'
import { system, type Actor } from '../../access/actor.js'
import { isErased } from '../../care/erasure.js'
import { addYears, dayAt, type Day, type Instant } from '../../catalog/day.js'
import type { OrderId } from '../../catalog/ids.js'
import type { Media } from '../../catalog/ports/media.js'
import type { SiteContext } from '../context.js'
import { Eraser, type Erased, type ToErase } from './eraser.js'
import { ordersOf } from '../selling/orders-of.js'
import { trail } from '../trail.js'

/** Orders are kept with their recipients for three years (Decree 248/2026/NĐ-CP, Art. 16, as read second hand). */
const KEPT_YEARS = 3

/** What is due to lose its personal data on a day. */
export interface Expiry {
  /** Everything before this day is due. */
  readonly before: Day
  readonly due: ToErase
}

/** Takes personal data out of what was kept long enough. */
export class Retention {
  constructor(
    private readonly site: SiteContext,
    private readonly media: Media,
  ) {}

  /** What is due today: finished orders, answered feedback and questions older than {@link KEPT_YEARS}. Changes nothing. */
  async plan(): Promise<Expiry> {
    const before = addYears(this.site.today(), -KEPT_YEARS)
    const isDue = (at: Instant): boolean => dayAt(at) < before
    const orders: OrderId[] = []
    for await (const order of ordersOf(this.site.store, { isOpen: false }))
      if (isDue(order.placedAt) && !isErased(order)) orders.push(order.id)
    const questions = this.site.state
      .all('questions')
      .filter(({ askedAt, name, phone }) => isDue(askedAt) && (name !== undefined || phone !== undefined))
    const feedback = this.site.state
      .all('feedback')
      .filter((one) => isDue(one.receivedAt) && !isOpen(one) && Object.values(one.contact).length > 0)
    return { before, due: { orders, questions: questions.map(({ id }) => id), feedback: feedback.map(({ id }) => id) } }
  }

  /**
   * Erases what a plan named, and notes in the trail how much each commit erased. The ledger and every count stay.
   *
   * @param actor - Who has it done.
   */
  carryOut({ before, due }: Expiry, actor: Actor = system('library')): Promise<Erased> {
    const subject = { collection: 'retention', id: before }
    return new Eraser(this.site, this.media).erase(due, undefined, (erased) => {
      const after = Object.fromEntries(Object.entries(erased).filter(([, count]) => count > 0))
      return trail(this.site, actor, { action: 'retention.expire', subject, after })
    })
  }
}
