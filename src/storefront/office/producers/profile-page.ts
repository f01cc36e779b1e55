import type { Producer } from '../../../catalog/producer.js'
import { NO_PROBLEMS } from '../../form-problems.js'
import { profileView, saveProfile, type ProfileProblems } from '../../fronts/profile/profile-form.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

const producerOf = (visit: Visit): Producer => visit.catalog.producers.get(personOf(visit), visit.params['id'] ?? '')

function profilePage(visit: Visit, problems: ProfileProblems): PageReply {
  const producer = producerOf(visit)
  const view = { ...profileView(producer, visit, problems), publicPage: visit.links.to(`/producers/${producer.slug}`) }
  return page('office/producer', { title: producer.name }, view, {
    status: problems.status,
    trail: [
      { label: { text: visit.messages.profile.office.title, lang: null }, path: '/office/producers' },
      { label: { text: producer.name, lang: null }, path: null },
    ],
  })
}

/** What is stated of one producer, with the name and kind that certificates bear. */
export const officeProfile: Handler = (visit) => profilePage(visit, NO_PROBLEMS)

/** Saves it; where no script does, first lists the communes of a province or finds one by its name. */
export const postOfficeProfile: Handler = async (visit) => {
  if (singleField(visit.form, 'action') !== 'save') return profilePage(visit, NO_PROBLEMS)
  const producer = producerOf(visit)
  const problems = await saveProfile(producer, visit)
  return problems
    ? profilePage(visit, problems)
    : redirect(visit.links.to(`/office/producers/${producer.id}`, { saved: 1 }))
}
