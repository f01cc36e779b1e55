import { parsePhone } from '../../catalog/phone.js'
import { isOrderCode } from '../../site/codes.js'
import type { Visit } from '../visit.js'
import { singleField } from './single-field.js'

/** What opens something without an account: its code and the phone number that was given with it, as they were typed. */
export interface LookUp {
  readonly code: string
  readonly phone: string
}

/** What is wrong with each of the two; null for what can be looked up. */
export type LookUpProblems = Readonly<Record<keyof LookUp, string | null>>

/** Which codes a look-up takes, and the words for those that it does not. */
export interface CodeRule {
  readonly isCode: (typed: string) => boolean
  readonly missing: string
  readonly bad: string
}

/** The rule of order codes. */
export const orderCodeRule = ({ messages: { trade } }: Visit): CodeRule => ({
  isCode: isOrderCode,
  missing: trade.orders.missingCode,
  bad: trade.orders.badCode,
})

export const readLookUp = ({ form }: Visit): LookUp => ({
  code: singleField(form, 'code'),
  phone: singleField(form, 'phone'),
})

/** What can be seen to be wrong without looking, field by field; null when it can be looked up. */
export function lookUpProblems({ code, phone }: LookUp, rule: CodeRule, visit: Visit): LookUpProblems | null {
  const { missing, badPhone } = visit.messages.trade.checkout
  const problems = {
    code: code.trim() === '' ? rule.missing : rule.isCode(code) ? null : rule.bad,
    phone: phone.trim() === '' ? missing.phone : parsePhone(phone) === null ? badPhone : null,
  }
  return problems.code === null && problems.phone === null ? null : problems
}

/**
 * What the form of a look-up shows.
 *
 * @param notFound - What is said when nothing was found; which of the two is wrong is not told.
 * @param labels - How the fields are called, in the order of the form.
 */
export function toLookUpForm(
  { typed, wrong, isNotFound }: { typed: LookUp; wrong: LookUpProblems | null; isNotFound: boolean },
  { notFound, labels }: { notFound: string; labels: Partial<LookUp> },
  visit: Visit,
) {
  const fields = Object.keys(labels) as (keyof LookUp)[]
  const problems = fields
    .map((name) => ({ text: (wrong ? wrong[name] : labels[name]) ?? null, href: `#${name}` }))
    .filter(({ text }) => text !== null)
  const title = wrong ? visit.messages.trade.orders.lookupSummary : notFound
  return { typed, errors: wrong ?? {}, problems: wrong || isNotFound ? { title, problems } : null }
}
