import { CatalogError } from '../../../catalog/errors.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatCount } from '../../format.js'
import { page, redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
import { answerField, questionRows, reviewRows } from './rows.js'

/** So many of each kind stand on the page; the next ones follow as they are answered. */
const MOST = 30

interface Answerable {
  readonly answered: string | null
}

/** Those without an answer first, with their count, and the answered ones. */
function toGroup<R extends Answerable>(id: string, title: string, rows: readonly R[], visit: Visit) {
  const open = rows.filter(({ answered }) => answered === null)
  return {
    id,
    title: `${title} (${formatCount(open.length, visit.language)})`,
    open: open.slice(0, MOST),
    done: rows.filter(({ answered }) => answered !== null).slice(0, MOST),
  }
}

function repliesPage(visit: Visit, problems: FormProblems): Reply {
  const { id } = producerOf(visit)
  const words = visit.messages.replies
  const view = {
    ...problems,
    saved: visit.query.has('saved'),
    groups: [
      toGroup('questions', words.questions, questionRows(id, visit), visit),
      toGroup('reviews', words.reviews, reviewRows(id, visit), visit),
    ],
  }
  return page('producer/replies', { title: words.title }, view, { status: problems.status, personal: true })
}

export const replies: Handler = (visit) => repliesPage(visit, NO_PROBLEMS)

/** Whatever is wrong with an answer is wrong with the one field that was sent. */
const atField = (error: unknown, field: string): unknown =>
  error instanceof CatalogError && error.issues.length > 0
    ? new CatalogError(error.code, { issues: error.issues.slice(0, 1).map((issue) => ({ ...issue, path: field })) })
    : error

async function answer(visit: Visit, say: (id: string, text: string) => Promise<unknown>): Promise<Reply> {
  const id = visit.params['id'] ?? ''
  const field = answerField(id)
  try {
    await say(id, singleField(visit.form, field))
  } catch (error) {
    const labels = { [field]: visit.messages.replies.answer }
    return repliesPage(visit, toFormProblems(atField(error, field), labels, visit))
  }
  return redirect(visit.links.to('/producer/questions', { saved: 1 }))
}

/** Answers a question in public, or changes the answer. */
export const postQuestion: Handler = (visit) =>
  answer(visit, (id, text) => visit.catalog.questions.answer(personOf(visit), id, text))

/** Answers a review in public; no words take the answer back. */
export const postReview: Handler = (visit) =>
  answer(visit, (id, text) => visit.catalog.reviews.answer(personOf(visit), id, text))
