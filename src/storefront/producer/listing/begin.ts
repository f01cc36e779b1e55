import { redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import { producerOf } from '../../fronts/current-producer.js'
import { stepPath } from './steps.js'

/** Begins a new product, one like another, or a change of one, and leads to the first thing to do. */
export const postBegin: Handler = async (visit) => {
  const { submissions } = visit.catalog
  const { id: producerId } = producerOf(visit)
  const [like, change] = [visit.form.get('like'), visit.form.get('change')]
  const actor = personOf(visit)
  const submission = change
    ? await submissions.beginChange(actor, producerId, change)
    : await submissions.begin(actor, producerId, like ?? undefined)
  const isNew = submission.base === null && submission.status === 'draft'
  return redirect(visit.links.to(stepPath(submission, isNew ? 'photos' : change ? 'goods' : 'check')))
}
