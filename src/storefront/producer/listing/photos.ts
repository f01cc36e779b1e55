import { MAX_DRAFT_PHOTOS, type ProductDraft, type Submission } from '../../../catalog/submission.js'
import { keepPhotos } from '../../care/keep-photos.js'
import { fieldError } from '../../../catalog/errors.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { json, page, redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { photoLabel, thumbnail } from './photo-rows.js'
import { stepPath, stepTitle, submissionOf, toStepFrame } from './steps.js'

/** A photo of a phone before it is shrunk. */
const MAX_PHOTO_BYTES = 15 * 1024 ** 2

/** What the form of the first step may bring. */
export const photoUpload = { fields: ['camera', 'library'], maxFiles: MAX_DRAFT_PHOTOS, maxBytes: MAX_PHOTO_BYTES }

type Photo = ProductDraft['photos'][number]

function photosPage(submission: Submission, visit: Visit, problems: FormProblems): Reply {
  const { photos } = submission.content
  const view = {
    ...problems,
    ...toStepFrame(submission, 'photos', visit),
    most: MAX_DRAFT_PHOTOS,
    isFull: photos.length >= MAX_DRAFT_PHOTOS,
    arrange: visit.links.to(`${stepPath(submission, 'photos')}/arrange`),
    moved: visit.query.get('at'),
    photos: photos.map((photo, index) => ({
      src: thumbnail(photo, visit),
      key: photo.src,
      label: photoLabel(index, visit),
      number: index + 1,
      isFirst: index === 0,
      isLast: index === photos.length - 1,
    })),
  }
  return page('producer/listing-photos', { title: stepTitle(submission, 'photos', visit) }, view, {
    status: problems.status,
  })
}

export const photos: Handler = (visit) => photosPage(submissionOf(visit), visit, NO_PROBLEMS)

/** Keeps what was sent, in the order in which it came, and adds it to the draft. */
async function addPhotos(submission: Submission, visit: Visit): Promise<void> {
  const files = visit.files
  if (submission.content.photos.length + files.length > MAX_DRAFT_PHOTOS)
    throw fieldError('library', 'tooMany', { maximum: MAX_DRAFT_PHOTOS })
  const alt = { vi: submission.content.name?.vi ?? visit.messages.listing.photos.alt }
  const kept = (await keepPhotos(files, visit.catalog.media)).map((photo) => ({ ...photo, alt }))
  // Others may have come meanwhile, from this phone's last try too: they are added to what is there now.
  await visit.catalog.submissions.save(personOf(visit), submission.id, ({ content }) => ({
    content: { ...content, photos: [...content.photos, ...kept].slice(0, MAX_DRAFT_PHOTOS) },
  }))
}

export const postPhotos: Handler = async (visit) => {
  const submission = submissionOf(visit)
  const words = visit.messages.listing.photos
  try {
    if (visit.files.length > 0) await addPhotos(submission, visit)
  } catch (error) {
    const labels = { camera: words.camera, library: words.library }
    return photosPage(submission, visit, toFormProblems(error, labels, visit))
  }
  const isStaying = singleField(visit.form, 'then') === 'stay'
  if (visit.header('x-form-token') !== undefined) return json({ kept: visit.files.length })
  return redirect(visit.links.to(stepPath(submission, isStaying ? 'photos' : 'goods')))
}

function arranged(list: readonly Photo[], key: string, to: string): readonly Photo[] {
  const at = list.findIndex(({ src }) => src === key)
  const photo = list[at]
  if (!photo) return list
  const rest = list.filter((_, index) => index !== at)
  if (to === 'remove') return rest
  const place = Math.min(Math.max(to === 'earlier' ? at - 1 : at + 1, 0), rest.length)
  return [...rest.slice(0, place), photo, ...rest.slice(place)]
}

/** Moves a photo one place or removes it; by buttons, since not everybody can drag. */
export const postArrange: Handler = async (visit) => {
  const submission = submissionOf(visit)
  const [key, to] = [singleField(visit.form, 'photo'), singleField(visit.form, 'to')]
  const {
    content: { photos },
  } = await visit.catalog.submissions.save(personOf(visit), submission.id, ({ content }) => ({
    content: { ...content, photos: [...arranged(content.photos, key, to)] },
  }))
  const at = to === 'remove' ? {} : { at: `${to} ${photos.findIndex(({ src }) => src === key) + 1}` }
  return redirect(`${visit.links.to(stepPath(submission, 'photos'), at)}#photos`)
}
