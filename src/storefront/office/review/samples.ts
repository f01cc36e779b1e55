import { submissionOf } from '../../producer/listing/steps.js'
import { toFormProblems } from '../../form-problems.js'
import { redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import { submissionPage } from './submission-page.js'

/** Notes what a look after publication found. */
export const postSample: Handler = async (visit) => {
  const { id } = submissionOf(visit)
  const outcome = singleField(visit.form, 'outcome') === 'faulty' ? 'faulty' : 'fine'
  const remark = singleField(visit.form, 'remark').trim().slice(0, 300)
  try {
    await visit.catalog.submissions.queue.checkSample(personOf(visit), id, outcome, remark || undefined)
  } catch (error) {
    return submissionPage(submissionOf(visit), visit, toFormProblems(error, {}, visit))
  }
  return redirect(visit.links.to('/office/submissions', { done: 'sample', of: id }))
}

/** Trusts the producer of a submission, or no longer. */
export const postTrust: Handler = async (visit) => {
  const { id, producerId } = submissionOf(visit)
  const isTrusted = singleField(visit.form, 'trust') === '1'
  await visit.catalog.submissions.queue.setTrust(personOf(visit), producerId, isTrusted)
  return redirect(visit.links.to(`/office/submissions/${id}`, { done: 'trust', of: id }))
}
