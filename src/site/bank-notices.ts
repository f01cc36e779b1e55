import type { Actor } from '../access/actor.js'
import { requireRight } from '../access/rights.js'
import type { BankNotice } from '../catalog/bank-notice.js'
import { toInstant } from '../catalog/day.js'
import { CatalogError } from '../catalog/errors.js'
import { parse } from '../catalog/parse.js'
import { line } from '../catalog/text.js'
import { parseNotice, planNotice, type NoticeInput } from '../trade/bank-notices.js'
import { readTransferText } from '../trade/transfer-text.js'
import type { SiteContext } from './context.js'
import { requireForProducer, trail } from './trail.js'

const Note = line(300)

/** What banks tell of transfers that came in. */
export class BankNotices {
  constructor(private readonly site: SiteContext) {}

  /**
   * Takes a notice once per bank reference, however often it is sent: a repeat gives the one on record with
   * `created: false`. A share whose code and sum it names is paid by it.
   *
   * @throws {CatalogError} `INVALID_INPUT`; `DUPLICATE` when another transfer bears the same reference.
   */
  async record(input: unknown): Promise<{ notice: BankNotice; created: boolean }> {
    const told = parseNotice(input)
    const { site } = this
    const known = this.#find(told)
    if (known) return { notice: known, created: false }
    try {
      const notice = await site.change(async () => {
        if (this.#find(told)) throw otherNotice(told)
        const named = readTransferText(told.text)
        const order = named && (await site.store.findOrderByCode(named.code))
        const planned = planNotice(told, order, { now: site.now(), newId: site.newId })
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

  /**
   * A person has dealt with a notice that did not match.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `INVALID_INPUT` at the note.
   */
  settle(actor: Actor, id: string, note: string): Promise<BankNotice> {
    const { site } = this
    return site.change(() => {
      const before = site.state.get('bankNotices', id)
      if (before.producerId) requireForProducer(site, actor, 'payment.manage', before.producerId)
      else requireRight(actor, 'payment.manage', { kind: 'country' })
      const at = toInstant(site.now())
      const record: BankNotice = {
        ...before,
        version: before.version + 1,
        settled: { at, by: actor.name, note: parse(Note, note) },
        changedAt: at,
      }
      const audit = trail(site, actor, {
        action: 'bankNotices.settle',
        subject: { collection: 'bankNotices', id },
        reason: record.settled?.note ?? '',
      })
      return { commit: { puts: [site.put('bankNotices', record)], audit }, result: record }
    })
  }
}

const otherNotice = ({ reference }: NoticeInput): CatalogError =>
  new CatalogError('DUPLICATE', { details: { what: 'bank notice', id: reference } })
