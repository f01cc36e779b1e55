import { NO_PROBLEMS, type FormProblems } from '../../form-problems.js'
import { producerOf } from '../../fronts/current-producer.js'
import { profileView, saveProfile } from '../../fronts/profile/profile-form.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'

function profilePage(visit: Visit, problems: FormProblems): PageReply {
  const view = profileView(producerOf(visit), visit, problems)
  return page('producer/profile', { title: visit.messages.profile.title }, view, {
    status: problems.status,
    personal: true,
  })
}

/** What the producer states of itself. */
export const profile: Handler = (visit) => profilePage(visit, NO_PROBLEMS)

/** Saves it; where no script does, first lists the communes of a province or finds one by its name. */
export const postProfile: Handler = async (visit) => {
  if (singleField(visit.form, 'action') !== 'save') return profilePage(visit, NO_PROBLEMS)
  const problems = await saveProfile(producerOf(visit), visit)
  return problems ? profilePage(visit, problems) : redirect(visit.links.to('/producer/profile', { saved: 1 }))
}
