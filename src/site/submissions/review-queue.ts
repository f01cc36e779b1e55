import * as z from 'zod'
import type { Actor } from '../../access/actor.js'
import { maySomewhere } from '../../access/rights.js'
import { CatalogError } from '../../catalog/errors.js'
import { parse } from '../../catalog/parse.js'
import type { Period } from '../../catalog/period.js'
import type { ProducerSettings } from '../../catalog/notify/producer-settings.js'
import { ReturnReason, type Submission } from '../../catalog/submission.js'
import { claimedCertificate } from '../../desk/approve.js'
import { claimChanges, type FieldChange } from '../../desk/changes.js'
import { onTimeOf, type OnTime } from '../../desk/on-time.js'
import { awaitsSample } from '../../desk/sampling.js'
import { step } from '../../desk/steps.js'
import { planApproval } from './approval.js'
import type { SubmissionFiles } from './submission-files.js'

const Reasons = z.strictObject({ reasons: z.array(ReturnReason).min(1).max(30) })

/** What the office does with submissions, each person within the reach of the own roles. */
export class ReviewQueue {
  constructor(private readonly files: SubmissionFiles) {}

  /** What waits for a decision, the first due first. @throws {CatalogError} `FORBIDDEN` */
  listDue(actor: Actor): readonly Submission[] {
    const key = ({ dueOn, sentAt }: Submission): string => `${dueOn ?? ''} ${sentAt ?? ''}`
    return this.#list(actor, 'sent').toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  }

  /** What was approved at once and drawn for a look that nobody has taken yet. @throws {CatalogError} `FORBIDDEN` */
  listSamples(actor: Actor): readonly Submission[] {
    return this.#list(actor, 'approved').filter(awaitsSample)
  }

  #list(actor: Actor, status: Submission['status']): readonly Submission[] {
    if (!maySomewhere(actor, 'submission.view')) throw new CatalogError('FORBIDDEN')
    return this.files.visible(actor, this.files.site.state.listBy('submissions', 'status', status))
  }

  /** What a submission would change, the certificate that it claims too. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  changes(actor: Actor, id: string): readonly FieldChange[] {
    const submission = this.files.get(actor, 'submission.view', id)
    const { certificate: claim, productId } = submission
    const known = claimedCertificate(submission, this.files.site.state.certificatesOf(productId))
    return [...this.files.changes(submission), ...(claim ? claimChanges(claim, known) : [])]
  }

  /**
   * Approves: the product, its certificate and its first stock become public in the same commit.
   *
   * @param seen - The version that was looked at; another one is refused with `CONFLICT`.
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `CONFLICT`, `SUBMISSION_MOVED_ON`, `INVALID_INPUT`.
   */
  approve(actor: Actor, id: string, seen?: number): Promise<Submission> {
    return this.files.site.change(() => {
      const submission = this.files.get(actor, 'submission.decide', id)
      this.files.requireSeen(submission, seen)
      return planApproval(this.files, actor, submission)
    })
  }

  /**
   * Gives a submission back to its producer with a reason for each field that needs work.
   *
   * @throws {CatalogError} as {@link approve}; `INVALID_INPUT` at `reasons` without any.
   */
  sendBack(actor: Actor, id: string, reasons: readonly ReturnReason[], seen?: number): Promise<Submission> {
    return this.files.site.change(() => {
      const submission = this.files.get(actor, 'submission.decide', id)
      this.files.requireSeen(submission, seen)
      const said = parse(Reasons, { reasons })
      const returned = step(submission, 'returned', this.files.doer(actor), this.files.at(), said)
      const after = { reasons: said.reasons.map(({ path, text }) => ({ path, text })) }
      return this.files.plan(actor, returned, { action: 'submissions.return', after })
    })
  }

  /**
   * Notes what the look at a sample found. A faulty one ends the producer's trust: what it sends waits for review again.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `SUBMISSION_MOVED_ON` when it waits for no look.
   */
  checkSample(actor: Actor, id: string, outcome: 'fine' | 'faulty', remark?: string): Promise<Submission> {
    return this.files.site.change(() => {
      const submission = this.files.get(actor, 'submission.decide', id)
      const { sampling, producerId } = submission
      if (!sampling || !awaitsSample(submission))
        throw new CatalogError('SUBMISSION_MOVED_ON', { details: { status: submission.status, action: 'sample' } })
      const checked = { at: this.files.at(), by: this.files.doer(actor), outcome }
      const settings = this.files.site.state.find('producerSettings', producerId)
      const puts = outcome === 'faulty' && settings ? [this.#putSettings({ ...settings, trusted: undefined })] : []
      const deed = { action: 'submissions.checkSample', after: { outcome }, ...(remark ? { reason: remark } : {}) }
      return this.files.plan(actor, { ...submission, sampling: { ...sampling, checked } }, deed, { puts })
    })
  }

  /** Trusts a producer, or no longer. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  setTrust(actor: Actor, producerId: string, isTrusted: boolean): Promise<void> {
    return this.files.site.change(() => {
      this.files.require(actor, 'submission.decide', producerId)
      const settings = this.files.site.state.find('producerSettings', producerId) ?? { id: producerId, notices: {} }
      const trusted = isTrusted ? { since: this.files.at(), by: this.files.doer(actor) } : undefined
      const subject = { collection: 'producers', id: producerId }
      const deed = { action: isTrusted ? 'producers.trust' : 'producers.distrust', subject }
      const puts = [this.#putSettings({ ...settings, trusted })]
      return { commit: { puts, audit: [this.files.audit(actor, deed)] }, result: undefined }
    })
  }

  #putSettings(settings: Omit<ProducerSettings, 'version' | 'changedAt' | 'id'> & { readonly id: string }) {
    return this.files.site.put('producerSettings', this.files.site.draft('producerSettings', settings))
  }

  /** How far decisions were in time, within an actor's reach. @throws {CatalogError} `FORBIDDEN` */
  onTime(actor: Actor, period: Period): OnTime {
    if (!maySomewhere(actor, 'submission.view')) throw new CatalogError('FORBIDDEN')
    const { state, today } = this.files.site
    return onTimeOf(this.files.visible(actor, state.all('submissions')), period, today())
  }
}
