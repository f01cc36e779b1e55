import * as z from 'zod'
import type { Actor } from '../access/actor.js'
import { CatalogError, type FieldIssue } from '../catalog/errors.js'
import { parse } from '../catalog/parse.js'
import type { PlaceRef } from '../catalog/places/place.js'
import { CertificateClaim, isOpen, ProductDraft, type Submission } from '../catalog/submission.js'
import { paragraphs } from '../catalog/text.js'
import type { FieldChange } from '../desk/changes.js'
import { copyOf, draftOf, emptyDraft } from '../desk/draft-of.js'
import { findGaps } from '../desk/gaps.js'
import { isApprovedAtOnce } from '../desk/sampling.js'
import { requireWritable, step } from '../desk/steps.js'
import { newSku } from './codes.js'
import type { SiteContext } from './context.js'
import { planApproval } from './submissions/approval.js'
import { ReviewQueue } from './submissions/review-queue.js'
import { SubmissionFiles } from './submissions/submission-files.js'

/** What a producer writes into a submission; what is left out stays as it is, `certificate: null` takes the claim back. */
const Writing = z.strictObject({
  content: ProductDraft.optional(),
  certificate: CertificateClaim.nullable().optional(),
  note: paragraphs(1000).optional(),
})
export type SubmissionWriting = z.input<typeof Writing>

/** What is written, or how it follows from what is there at that moment, so that of two who write at once both count. */
export type WriteSubmission = SubmissionWriting | ((now: Submission) => SubmissionWriting)

/** Products that producers write and offices decide on (hồ sơ đăng ký). */
export class Submissions {
  readonly #files: SubmissionFiles
  /** The office's side. */
  readonly queue: ReviewQueue

  constructor(private readonly site: SiteContext) {
    this.#files = new SubmissionFiles(site)
    this.queue = new ReviewQueue(this.#files)
  }

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  get(actor: Actor, id: string): Submission {
    return this.#files.get(actor, 'submission.view', id)
  }

  /** A producer's submissions, the one that changed last first. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  listOf(actor: Actor, producerId: string): readonly Submission[] {
    this.#files.require(actor, 'submission.view', producerId)
    return this.site.state
      .listBy('submissions', 'producer', producerId)
      .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
  }

  /** The one that is being written or decided for a product; null when there is none. */
  findOpen(productId: string): Submission | null {
    return this.site.state.listBy('submissions', 'product', productId).find(isOpen) ?? null
  }

  /** What it still lacks before it can be sent. */
  gaps = ({ content }: Submission): readonly FieldIssue[] => findGaps(content)

  /** What it would change of what is public. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  changes(actor: Actor, id: string): readonly FieldChange[] {
    return this.#files.changes(this.get(actor, id))
  }

  /**
   * Begins a new product: an empty one, or one like another product of the same producer.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`.
   */
  async begin(actor: Actor, producerId: string, likeProduct?: string): Promise<Submission> {
    this.#files.require(actor, 'submission.write', producerId)
    const like = likeProduct === undefined ? null : this.#ownProduct(producerId, likeProduct)
    const content = like ? copyOf(draftOf(like), newSku) : emptyDraft(this.#usualPlace(producerId))
    return this.#begin(actor, producerId, { productId: this.site.newId(), content, base: null })
  }

  /**
   * Begins a change of a product that is public, or goes on with the one that is open.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`.
   */
  async beginChange(actor: Actor, producerId: string, productId: string): Promise<Submission> {
    this.#files.require(actor, 'submission.write', producerId)
    const draft = draftOf(this.#ownProduct(producerId, productId))
    const open = this.findOpen(productId)
    if (open) return open
    return this.#begin(actor, producerId, { productId, content: draft, base: draft })
  }

  /** Where the producer's last listing is from, which may name the commune that nobody stated of the producer. */
  #usualPlace(producerId: string): PlaceRef | null {
    const { state } = this.site
    const listed = [
      ...state.listBy('submissions', 'producer', producerId).filter(({ status }) => status !== 'withdrawn'),
      ...state.listBy('products', 'producer', producerId).map((product) => ({ ...product, content: product })),
    ].filter(({ content }) => content.origin !== undefined && content.classification !== null)
    const last = listed.reduce<(typeof listed)[number] | null>(
      (newest, one) => (newest && newest.changedAt >= one.changedAt ? newest : one),
      null,
    )
    return last?.content.origin ?? state.get('producers', producerId).place
  }

  #ownProduct(producerId: string, productId: string) {
    const product = this.site.state.get('products', productId)
    if (product.producerId !== producerId)
      throw new CatalogError('NOT_FOUND', { details: { what: 'product', id: productId } })
    return product
  }

  #begin(
    actor: Actor,
    producerId: string,
    start: { readonly productId: string; readonly content: ProductDraft; readonly base: ProductDraft | null },
  ): Promise<Submission> {
    return this.site.change(() => {
      const at = this.#files.at()
      const submission = this.site.draft('submissions', {
        id: this.site.newId(),
        producerId,
        status: 'draft',
        history: [{ status: 'draft', at, by: this.#files.doer(actor) }],
        createdAt: at,
        ...start,
      })
      return this.#files.plan(actor, submission, { action: 'submissions.begin' })
    })
  }

  /**
   * Keeps what the producer has written so far. Only what the office does not have may be written in.
   *
   * @param seen - The version that was written on; when someone else wrote meanwhile, `CONFLICT`.
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `CONFLICT`, `SUBMISSION_MOVED_ON`, `INVALID_INPUT`.
   */
  save(actor: Actor, id: string, writing: WriteSubmission, seen?: number): Promise<Submission> {
    return this.site.change(() => {
      const submission = this.#files.get(actor, 'submission.write', id)
      requireWritable(submission)
      this.#files.requireSeen(submission, seen)
      const written = typeof writing === 'function' ? writing(submission) : writing
      const { content = submission.content, certificate, note } = parse(Writing, written)
      const next = {
        ...submission,
        content,
        certificate: certificate === undefined ? submission.certificate : (certificate ?? undefined),
        note: note ?? submission.note,
      }
      const { result } = this.#files.plan(actor, next, { action: 'submissions.save' })
      // A step of writing is no deed of its own: sending is.
      return { commit: { puts: [this.site.put('submissions', result)] }, result }
    })
  }

  /** Adds an empty pack to fill in. @throws {CatalogError} as {@link save} */
  addVariant(actor: Actor, id: string): Promise<Submission> {
    const variant = { sku: newSku(), price: null }
    return this.save(actor, id, ({ content }) => ({
      content: { ...content, variants: [...content.variants, variant] },
    }))
  }

  /**
   * Sends it to the office, or publishes it at once when the office trusts the producer.
   *
   * @throws {CatalogError} `INVALID_INPUT` with what is missing; `FORBIDDEN`, `NOT_FOUND`, `SUBMISSION_MOVED_ON`.
   */
  send(actor: Actor, id: string): Promise<Submission> {
    return this.site.change(() => {
      const submission = this.#files.get(actor, 'submission.write', id)
      requireWritable(submission)
      const issues = this.gaps(submission)
      if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
      const settings = this.site.state.find('producerSettings', submission.producerId)
      if (isApprovedAtOnce(settings, submission)) return planApproval(this.#files, actor, submission, { atOnce: true })
      const sent = step(submission, 'sent', this.#files.doer(actor), this.#files.at())
      return this.#files.plan(actor, sent, { action: 'submissions.send' })
    })
  }

  /** Takes it back from the office to write on. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `SUBMISSION_MOVED_ON` */
  recall(actor: Actor, id: string): Promise<Submission> {
    return this.#step(actor, id, 'draft', 'submissions.recall')
  }

  /** Gives it up. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `SUBMISSION_MOVED_ON` */
  withdraw(actor: Actor, id: string): Promise<Submission> {
    return this.#step(actor, id, 'withdrawn', 'submissions.withdraw')
  }

  #step(actor: Actor, id: string, status: 'draft' | 'withdrawn', action: string): Promise<Submission> {
    return this.site.change(() => {
      const submission = this.#files.get(actor, 'submission.write', id)
      return this.#files.plan(actor, step(submission, status, this.#files.doer(actor), this.#files.at()), { action })
    })
  }
}
