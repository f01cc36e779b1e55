import * as z from 'zod'
import type { Actor } from '../../access/actor.js'
import { may, maySomewhere, requireRight, type Subject } from '../../access/rights.js'
import { producerSubject } from '../../access/subjects.js'
import type { BankNotice } from '../../catalog/payments/bank-notice.js'
import { toInstant } from '../../catalog/day.js'
import { CatalogError, fieldError } from '../../catalog/errors.js'
import type { ProducerId } from '../../catalog/ids.js'
import { amountOf } from '../../catalog/order.js'
import { parse } from '../../catalog/parse.js'
import type { PaymentMethod } from '../../catalog/payments/payment.js'
import { line } from '../../catalog/text.js'
import { accountDigits, parseNotice, planNotice, type NoticeInput } from '../../trade/payments/bank-notices.js'
import { planPaymentStep } from '../../trade/payments/payment-steps.js'
import { sharePaidBy } from '../../trade/payments/settle-notice.js'
import { readTransferText } from '../../trade/payments/transfer-text.js'
import { readOrderCode } from '../codes.js'
import type { SiteContext } from '../context.js'
import { trail } from '../trail.js'

const Note = z.strictObject({ note: line(300) })

const parseNote = (note: string): string => parse(Note, { note }).note

/** What banks and payment providers tell of money that came in. */
export class BankNotices {
  constructor(private readonly site: SiteContext) {}

  /**
   * Takes a notice once per bank reference, however often it is sent: a repeat gives the one on record with
   * `created: false`. A share whose code and sum it names is paid by it.
   *
   * @param provider - The way of paying that told of it; null for a bank.
   * @throws {CatalogError} `INVALID_INPUT`; `DUPLICATE` when another transfer bears the same reference.
   */
  async record(
    input: unknown,
    provider: PaymentMethod | null = null,
  ): Promise<{ notice: BankNotice; created: boolean }> {
    const told = parseNotice(input)
    const { site } = this
    const known = this.#find(told)
    if (known) return { notice: known, created: false }
    try {
      const notice = await site.change(async () => {
        if (this.#find(told)) throw otherNotice(told)
        const named = readTransferText(told.text)
        const order = named && (await site.store.findOrderByCode(named.code))
        const planned = planNotice(told, order, { now: site.now(), newId: site.newId, provider })
        return { commit: planned.commit, result: planned.notice }
      })
      return { notice, created: true }
    } catch (error) {
      const first = error instanceof CatalogError && error.code === 'DUPLICATE' ? this.#find(told) : null
      if (!first) throw error
      return { notice: first, created: false }
    }
  }

  /** The notice on record with this reference. @throws {CatalogError} `DUPLICATE` when it is of another transfer. */
  #find(told: NoticeInput): BankNotice | null {
    const known = this.site.state.findHolder('bankNotices', 'reference', told.reference)
    if (known && (known.amount !== told.amount || known.text !== told.text)) throw otherNotice(told)
    return known
  }

  /** Notices that a person has to look at, the newest first; of one producer when its id is given. */
  listOpen(producerId?: string): readonly BankNotice[] {
    const { state } = this.site
    const notices =
      producerId === undefined ? state.all('bankNotices') : state.listBy('bankNotices', 'producer', producerId)
    return notices.filter(({ outcome, settled }) => outcome !== 'matched' && !settled).toReversed()
  }

  /** Notices within an actor's reach that a person has to look at, the newest first. @throws {CatalogError} `FORBIDDEN` */
  listFor(actor: Actor): readonly BankNotice[] {
    if (!maySomewhere(actor, 'payment.manage')) throw new CatalogError('FORBIDDEN')
    return this.listOpen().filter((notice) => may(actor, 'payment.manage', this.#subjectOf(this.producerOf(notice))))
  }

  /** Whose money it is: of the share that it names, else of the account into which it came; null when neither tells. */
  producerOf({ producerId, accountNumber }: BankNotice): ProducerId | null {
    if (producerId !== undefined) return producerId
    const number = accountNumber === undefined ? '' : accountDigits(accountNumber)
    const terms = this.site.state.all('saleTerms')
    return (number !== '' && terms.find((one) => accountDigits(one.bankAccount?.number ?? '') === number)?.id) || null
  }

  /**
   * A person says which order a transfer pays: the share is paid and the notice dealt with, in one commit.
   *
   * @param typed - The order's code, or the text of its transfer.
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `INVALID_INPUT` at `code`; `NOTICE_SETTLED`.
   */
  pay(actor: Actor, id: string, typed: string): Promise<BankNotice> {
    const { site } = this
    return site.change(async () => {
      const before = this.#requireOpen(actor, id)
      const code = readTransferText(typed)?.code ?? readOrderCode(typed)
      const order = await site.store.findOrderByCode(code)
      if (!order) throw fieldError('code', 'notFound', { value: typed.trim().slice(0, 50) })
      const share = sharePaidBy(before, order, typed, ({ producerId }) =>
        may(actor, 'payment.manage', this.#subjectOf(producerId)),
      )
      const { amount, reference } = before
      const paid = planPaymentStep(order, share.producerId, 'paid', site.now(), { amount, reference })
      const owner = { orderId: order.id, orderCode: order.code, producerId: share.producerId }
      const record = this.#settled({ ...before, ...owner }, actor, order.code)
      const audit = trail(site, actor, {
        action: 'bankNotices.pay',
        subject: { collection: 'bankNotices', id },
        before: { amount, text: before.text },
        after: { order: order.code, due: amountOf(share) },
      })
      const puts = [site.put('bankNotices', record), { collection: 'orders' as const, record: paid }]
      return { commit: { puts, audit }, result: record }
    })
  }

  /**
   * A person has dealt with a notice that did not match.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `INVALID_INPUT` at the note; `NOTICE_SETTLED`.
   */
  settle(actor: Actor, id: string, note: string): Promise<BankNotice> {
    const { site } = this
    return site.change(() => {
      const record = this.#settled(this.#requireOpen(actor, id), actor, note)
      const audit = trail(site, actor, {
        action: 'bankNotices.settle',
        subject: { collection: 'bankNotices', id },
        reason: record.settled?.note ?? '',
      })
      return { commit: { puts: [site.put('bankNotices', record)], audit }, result: record }
    })
  }

  #requireOpen(actor: Actor, id: string): BankNotice {
    const notice = this.site.state.get('bankNotices', id)
    requireRight(actor, 'payment.manage', this.#subjectOf(this.producerOf(notice)), { what: 'bank notice', id })
    if (notice.settled) throw new CatalogError('NOTICE_SETTLED')
    return notice
  }

  #settled(notice: BankNotice, actor: Actor, note: string): BankNotice {
    const at = toInstant(this.site.now())
    const settled = { at, by: actor.name, note: parseNote(note) }
    return { ...notice, version: notice.version + 1, settled, changedAt: at }
  }

  /** A notice that nobody's account or order tells of is the country's. */
  #subjectOf(producerId: ProducerId | null): Subject {
    const producer = producerId === null ? null : this.site.state.find('producers', producerId)
    return producer ? producerSubject(producer, this.site.reference.places, this.site.today()) : { kind: 'country' }
  }
}

const otherNotice = ({ reference }: NoticeInput): CatalogError =>
  new CatalogError('DUPLICATE', { details: { what: 'bank notice', id: reference } })
