import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'
import { readMembership } from './membership-form.js'

/** What stands in the fields of the form, so that nothing typed is lost. */
export const typedPerson = ({ form }: Visit) => ({
  name: form.get('name') ?? '',
  phone: form.get('phone') ?? '',
  email: form.get('email') ?? '',
})

/** Whom the form invites; a producer invites for itself alone. @throws {CatalogError} when a field is wrong. */
export const readInvitation = (visit: Visit, ownProducerId?: string) => ({
  name: singleField(visit.form, 'name'),
  phone: singleField(visit.form, 'phone').trim() || undefined,
  email: singleField(visit.form, 'email').trim() || undefined,
  memberships: [readMembership(visit, ownProducerId)],
})

export const inviteLabels = ({ messages: { account, office } }: Visit) => ({
  name: account.name,
  phone: account.phone,
  email: account.email,
  role: office.accounts.role,
  province: office.accounts.province,
  producer: office.accounts.producer,
})
