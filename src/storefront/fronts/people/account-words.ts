import type { Account, Membership } from '../../../catalog/account.js'
import type { Visit } from '../../visit.js'
import { scopeWords } from './scope-words.js'

/** A role in words: "Người duyệt: Đắk Lắk", "Chủ tài khoản: HTX Ea Tu". */
export function roleWords(membership: Membership, visit: Visit): string {
  const { roles } = visit.messages.office
  if (membership.front === 'office') return `${roles[membership.role]}: ${scopeWords(membership.scope, visit)}`
  const producer = visit.catalog.state.find('producers', membership.producerId)
  return `${roles[membership.role]}: ${producer?.name ?? membership.producerId}`
}

/** A phone number as people write it at home. */
export const localPhone = (phone: string): string => phone.replace('+84', '0')

/** A person in one row of a list. */
export function toAccountRow(account: Account, visit: Visit) {
  const { name, phone, email, status, memberships, resetAskedAt } = account
  return {
    name,
    href: visit.links.to(`/office/accounts/${account.id}`),
    contact: [phone && localPhone(phone), email].filter(Boolean).join(' · '),
    state: visit.messages.office.accounts.states[status],
    tone: status === 'disabled' ? 'bad' : status === 'active' ? 'good' : 'warn',
    asksForReset: resetAskedAt !== undefined,
    roles: memberships.map((membership) => roleWords(membership, visit)),
  }
}
