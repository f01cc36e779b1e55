import type { submissionOperations } from '../../../api/operations/submissions.js'
import { CatalogError, fieldError } from '../../../catalog/errors.js'
import { MAX_DRAFT_PHOTOS } from '../../../catalog/submission.js'
import { requireWritable } from '../../../desk/steps.js'
import type { HandlersOf } from '../handlers.js'
import { answerSubmission } from './submission-answer.js'

type Part = Pick<typeof submissionOperations, 'addPhoto' | 'arrangePhotos'>

/** Photos of submissions of the producer to which the key belongs. */
export const photoHandlers: HandlersOf<Part> = {
  addPhoto: async ({ actor, params, body, visit }) => {
    const { submissions, media } = visit.catalog
    const submission = submissions.get(actor, params.id)
    requireWritable(submission)
    if (submission.content.photos.length >= MAX_DRAFT_PHOTOS)
      throw fieldError('data', 'tooMany', { maximum: MAX_DRAFT_PHOTOS })
    const alt = { vi: body.alt ?? submission.content.name?.vi ?? visit.messages.listing.photos.alt }
    const photo = { ...(await media.keep(Buffer.from(body.data, 'base64'), 'data')), alt }
    const saved = await submissions.save(actor, params.id, ({ content }) => ({
      content: { ...content, photos: [...content.photos, photo].slice(0, MAX_DRAFT_PHOTOS) },
    }))
    return answerSubmission(saved, actor, visit)
  },

  arrangePhotos: async ({ actor, params, body, visit }) => {
    const { submissions } = visit.catalog
    const { content } = submissions.get(actor, params.id)
    const known = new Map(content.photos.map((photo) => [photo.src, photo]))
    const issues = body.photos.flatMap((src, index) => {
      const code = !known.has(src) ? 'notFound' : body.photos.indexOf(src) < index ? 'duplicate' : null
      return code ? [{ path: `photos.${index}`, code, params: { value: src } } as const] : []
    })
    if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
    const photos = body.photos.flatMap((src) => known.get(src) ?? [])
    return answerSubmission(await submissions.save(actor, params.id, { content: { ...content, photos } }), actor, visit)
  },
}
