import type { Actor } from '../../access/actor.js'
import { toAuditEntry, type Deed } from '../../access/audit.js'
import type { Action } from '../../access/right-table.js'
import { may, requireRight, type Subject } from '../../access/rights.js'
import { producerSubject } from '../../access/subjects.js'
import type { AuditEntry } from '../../catalog/audit.js'
import { toInstant, type Instant } from '../../catalog/day.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Commit } from '../../catalog/store.js'
import type { Doer, Submission } from '../../catalog/submission.js'
import { nextContent } from '../../desk/approve.js'
import { changesOf, type FieldChange } from '../../desk/changes.js'
import { draftOf } from '../../desk/draft-of.js'
import type { Planned, SiteContext } from '../context.js'

/** What the commands on submissions share: who may, what is there, and how a step is written. */
export class SubmissionFiles {
  constructor(readonly site: SiteContext) {}

  readonly at = (): Instant => toInstant(this.site.now())

  readonly doer = (actor: Actor): Doer =>
    actor.kind === 'person' ? { id: actor.accountId, name: actor.name } : { name: actor.name }

  /** @throws {CatalogError} `NOT_FOUND` */
  subjectOf(producerId: string): Subject {
    const { state, reference } = this.site
    return producerSubject(state.get('producers', producerId), reference.places, this.site.today())
  }

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  require(actor: Actor, action: Action, producerId: string): void {
    requireRight(actor, action, this.subjectOf(producerId), { what: 'producer', id: producerId })
  }

  /** A submission for somebody with that right over it. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  get(actor: Actor, action: Action, id: string): Submission {
    const submission = this.site.state.get('submissions', id)
    requireRight(actor, action, this.subjectOf(submission.producerId), { what: 'submission', id })
    return submission
  }

  /** Of these, what lies within the reach of somebody. */
  visible(actor: Actor, submissions: readonly Submission[]): readonly Submission[] {
    return submissions.filter(({ producerId }) => may(actor, 'submission.view', this.subjectOf(producerId)))
  }

  /**
   * Refuses a decision on something that has changed since it was looked at.
   *
   * @throws {CatalogError} `CONFLICT`
   */
  requireSeen({ id, version }: Submission, seen: number | undefined): void {
    if (seen !== undefined && seen !== version)
      throw new CatalogError('CONFLICT', { details: { what: 'submission', id } })
  }

  /** What a submission would change of what is public. */
  changes(submission: Submission): readonly FieldChange[] {
    const product = this.site.state.find('products', submission.productId)
    return changesOf(product && draftOf(product), nextContent(submission, product))
  }

  audit(actor: Actor, deed: Deed): AuditEntry {
    return toAuditEntry(actor, deed, { id: this.site.newId(), at: this.at() })
  }

  /** A commit that writes a submission, with what belongs to it and the line that says so. */
  plan(actor: Actor, submission: Submission, deed: Omit<Deed, 'subject'>, more: Commit = {}): Planned<Submission> {
    const result = this.site.draft('submissions', submission)
    const subject = { collection: 'submissions', id: result.id }
    return {
      result,
      commit: {
        ...more,
        puts: [...(more.puts ?? []), this.site.put('submissions', result)],
        audit: [...(more.audit ?? []), this.audit(actor, { ...deed, subject })],
      },
    }
  }
}
