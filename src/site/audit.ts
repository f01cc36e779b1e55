import type { AuditEntry } from '../catalog/audit.js'
import { dayAt, type Day } from '../catalog/day.js'
import { CatalogError } from '../catalog/errors.js'
import { fold } from '../catalog/text.js'
import { mayView } from '../access/account-rights.js'
import { hideAccountNumbers } from '../access/hide-account-numbers.js'
import type { Actor } from '../access/actor.js'
import { may, maySomewhere, type Subject } from '../access/rights.js'
import { producerSubject } from '../access/subjects.js'
import type { SiteContext } from './context.js'

/** What is asked of the audit trail; what is left out does not narrow it. */
export interface AuditQuery {
  /** Part of the name of who did it, in any spelling, or the id of an account. */
  readonly actor?: string | undefined
  /** The beginning of an action: `accounts`, `accounts.disable`. */
  readonly action?: string | undefined
  /** The id of the record that it was done to. */
  readonly subject?: string | undefined
  /** First and last day in Vietnam. */
  readonly from?: Day | undefined
  readonly until?: Day | undefined
}

export interface AuditHits {
  /** Newest first. */
  readonly entries: readonly AuditEntry[]
  /** Hand it back to search further; null when the whole trail was searched. */
  readonly next: string | null
}

const BATCH = 500
/** One search reads no more entries than this and then says where to go on, so that it never takes long. */
const MOST_READ = 20_000
const COUNTRY: Subject = { kind: 'country' }

function matches({ actor, action, subject, at }: AuditEntry, query: AuditQuery): boolean {
  const day = dayAt(at)
  return (
    (query.from === undefined || day >= query.from) &&
    (query.until === undefined || day <= query.until) &&
    (query.action === undefined || action.startsWith(query.action)) &&
    (query.subject === undefined || subject.id === query.subject) &&
    (query.actor === undefined || actor.id === query.actor || fold(actor.name).includes(fold(query.actor)))
  )
}

/** Reads the audit trail: who changed what, when, from what to what. Offices of provinces see what lies in theirs. */
export class Audit {
  constructor(private readonly site: SiteContext) {}

  /**
   * Searches from the newest entry back. Of numbers of bank accounts the last digits alone are told.
   *
   * @throws {CatalogError} `FORBIDDEN`
   */
  async search(actor: Actor, query: AuditQuery, page: { limit: number; after?: string | null }): Promise<AuditHits> {
    if (!maySomewhere(actor, 'audit.view')) throw new CatalogError('FORBIDDEN')
    const entries: AuditEntry[] = []
    let after = page.after ?? null
    for (let read = 0; read < MOST_READ; read += BATCH) {
      const limit = Math.min(BATCH, Math.max(1, page.limit - entries.length))
      const batch = await this.site.store.listAudit({ limit, after })
      const found = batch.entries.filter((entry) => matches(entry, query) && this.#maySee(actor, entry))
      entries.push(...found.map(hideAccountNumbers))
      after = batch.next
      const oldest = batch.entries.at(-1)
      const isPast = oldest !== undefined && query.from !== undefined && dayAt(oldest.at) < query.from
      if (after === null || isPast) return { entries, next: null }
      if (entries.length >= page.limit) break
    }
    return { entries, next: after }
  }

  #maySee(actor: Actor, { subject }: AuditEntry): boolean {
    if (may(actor, 'audit.view', COUNTRY)) return true
    if (subject.collection === 'accounts') return this.#maySeeAccount(actor, subject.id)
    const about = this.#subjectOf(subject)
    return about !== null && may(actor, 'audit.view', about)
  }

  #maySeeAccount(actor: Actor, id: string): boolean {
    const account = this.site.state.find('accounts', id)
    return account !== null && mayView(actor, account, (producerId) => this.#provinceOf(producerId))
  }

  /** Whose a record is: of a producer, directly or by its product; null for what belongs to no one producer. */
  #subjectOf({ collection, id }: AuditEntry['subject']): Subject | null {
    const { state } = this.site
    if (collection === 'producers' || collection === 'producerSettings') return this.#producer(id)
    if (!isOwned(collection)) return null
    const record = state.find(collection, id)
    if (!record) return null
    if ('producerId' in record) return this.#producer(record.producerId)
    return this.#producer(state.find('products', record.productId)?.producerId ?? null)
  }

  #producer(id: string | null): Subject | null {
    const producer = id === null ? null : this.site.state.find('producers', id)
    return producer && producerSubject(producer, this.site.reference.places, this.site.today())
  }

  #provinceOf(producerId: string) {
    const subject = this.#producer(producerId)
    return subject?.kind === 'producer' ? subject.province : null
  }
}

const OWNED = ['products', 'submissions', 'certificates', 'listings'] as const
const isOwned = (collection: string): collection is (typeof OWNED)[number] =>
  (OWNED as readonly string[]).includes(collection)
