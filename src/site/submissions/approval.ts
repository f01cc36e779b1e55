import type { Actor } from '../../access/actor.js'
import type { AuditEntry } from '../../catalog/audit.js'
import { CatalogError } from '../../catalog/errors.js'
import { planChanges } from '../../catalog/plan-changes.js'
import type { CatalogState } from '../../catalog/state.js'
import type { Submission } from '../../catalog/submission.js'
import { claimedCertificate, toChanges } from '../../desk/approve.js'
import { claimChanges, type FieldChange } from '../../desk/changes.js'
import { drawSample } from '../../desk/sampling.js'
import { step } from '../../desk/steps.js'
import { drawPercent } from '../codes.js'
import type { Planned } from '../context.js'
import { takeTurns } from '../requests/give-way.js'
import type { SubmissionFiles } from './submission-files.js'

type Fields = NonNullable<AuditEntry['before']>

const fieldsOf = (changes: readonly FieldChange[], side: 'before' | 'after'): Fields =>
  Object.fromEntries(changes.map((change) => [change.path, change[side]])) as Fields

/** Paths as the draft knows them: `products.0.name.vi` is `name.vi`, `certificates.0.stars` is `certificate.stars`. */
const toDraftPath = (path: string): string =>
  path.replace(/^products\.0\.?/, '').replace(/^certificates\.0/, 'certificate')

/** This shop among the platforms, unless the product is listed on it. */
function unlistedOn(state: CatalogState, productId: Submission['productId']): string | null {
  const own = state.all('platforms').find((platform) => platform.own)
  const isListed = state.listingsOf(productId).some(({ platformId }) => platformId === own?.id)
  return own && !isListed ? own.id : null
}

/** Runs a plan whose faults are told by the fields of the draft. */
async function byDraftFields<T>(plan: () => Promise<T>): Promise<T> {
  try {
    return await plan()
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'INVALID_INPUT') throw error
    const issues = error.issues.map((issue) => ({ ...issue, path: toDraftPath(issue.path) }))
    throw new CatalogError('INVALID_INPUT', { issues })
  }
}

/**
 * Approval as one commit: product, certificate and first stock, the submission, and the line in the trail.
 *
 * @throws {CatalogError} `INVALID_INPUT` with paths of the draft; `SUBMISSION_MOVED_ON`.
 */
export async function planApproval(
  files: SubmissionFiles,
  actor: Actor,
  submission: Submission,
  { atOnce = false }: { readonly atOnce?: boolean } = {},
): Promise<Planned<Submission>> {
  const { state, reference, newId } = files.site
  const certificates = state.certificatesOf(submission.productId)
  const changes = [
    ...files.changes(submission),
    ...(submission.certificate
      ? claimChanges(submission.certificate, claimedCertificate(submission, certificates))
      : []),
  ]
  const approved = {
    ...step(submission, 'approved', files.doer(actor), files.at(), atOnce ? { atOnce } : {}),
    ...(atOnce ? { sampling: drawSample(drawPercent()) } : {}),
  }
  const context = {
    product: state.find('products', submission.productId),
    certificates,
    stockOf: (sku: string) => state.stockOf(sku),
    isSlugTaken: (slug: string) => state.findBySlug('products', slug) !== null,
    newId,
    ownPlatformId: unlistedOn(state, submission.productId),
    today: files.site.today(),
  }
  const planned = await byDraftFields(() =>
    takeTurns(planChanges(toChanges(submission, context), state, reference.places, files.at())),
  )
  const deed = {
    action: atOnce ? 'submissions.approveAtOnce' : 'submissions.approve',
    before: fieldsOf(changes, 'before'),
    after: fieldsOf(changes, 'after'),
  }
  return files.plan(actor, approved, deed, planned)
}
