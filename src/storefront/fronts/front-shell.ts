import { maySomewhere } from '../../access/rights.js'
import type { Person } from '../../access/actor.js'
import { accountSections } from './sections/account.js'
import { formToken, FORM_TOKEN } from './form-token.js'
import { officeSections } from './sections/office.js'
import { producerSections } from './sections/producer.js'
import { producerChoice } from './current-producer.js'
import type { Section } from './sections/section.js'
import type { Visit } from '../visit.js'

/** A navigation of so many entries needs no headings. */
const FEW = 5

const SECTIONS: Readonly<Record<string, readonly Section[]>> = {
  account: accountSections,
  office: officeSections,
  producer: producerSections,
}

/** The longest path that the visit's own begins with is where it is. */
function toSections(sections: readonly Section[], person: Person, visit: Visit) {
  const within = { ...person, memberships: person.memberships.filter(({ front }) => front === visit.front) }
  const shown = sections.filter(
    ({ may, selling }) => (may === undefined || maySomewhere(within, may)) && (selling !== true || visit.site.sells),
  )
  const isWithin = (path: string) => visit.path === path || visit.path.startsWith(`${path}/`)
  const depthOf = ({ path, also = [] }: Section) =>
    Math.max(0, ...[path, ...also].filter(isWithin).map((within) => within.length))
  const current = shown.filter((section) => depthOf(section) > 0).toSorted((a, b) => depthOf(b) - depthOf(a))[0]
  const toEntry = (section: Section) => ({
    label: section.label(visit.messages),
    href: visit.links.to(section.path),
    isCurrent: section === current,
  })
  const groupOf = ({ group }: Section) => (shown.length > FEW ? group : undefined)
  const begins = shown.filter((one, at) => {
    const group = groupOf(one)
    return group === undefined || shown.findIndex((other) => groupOf(other) === group) === at
  })
  return begins.map((first) => {
    const group = groupOf(first)
    const within = shown.filter((one) => group !== undefined && groupOf(one) === group)
    if (group === undefined || within.length === 1) return toEntry(first)
    const entries = within.map(toEntry)
    return {
      label: visit.messages.account.groups[group],
      isCurrent: entries.some(({ isCurrent }) => isCurrent),
      entries,
    }
  })
}

const frontsOf = (person: Person) =>
  (['office', 'producer'] as const).filter((front) => person.memberships.some((one) => one.front === front))

/** What the header of a front shows: where one can go, who is signed in, and for which producer; null in the shop. */
export function toFrontShell(visit: Visit) {
  const { front, visitor, messages, links } = visit
  if (front === null) return null
  const person = visitor?.person ?? null
  return {
    name: messages.account.fronts[front],
    home: links.to(`/${front}`),
    sections: person ? toSections(SECTIONS[front] ?? [], person, visit) : [],
    others: person
      ? frontsOf(person)
          .filter((other) => other !== front)
          .map((other) => ({ label: messages.account.fronts[other], href: links.to(`/${other}`) }))
      : [],
    person: person ? { name: person.name, href: links.to('/account') } : null,
    isSignedIn: visitor !== null,
    producers: front === 'producer' && person ? producerChoice(visit, person) : null,
    tokenName: FORM_TOKEN,
    token: formToken(visit.sessionToken),
  }
}
