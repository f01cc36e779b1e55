import { RANKING_RULE } from '../../search/ranking-rule.js'
import { formatShare } from '../format.js'
import type { SiteOwner } from '../options.js'
import { toStatedContact } from '../models/contact.js'
import { page, type Head, type Reply } from '../reply.js'
import type { Handler } from '../route.js'
import type { Visit } from '../visit.js'

/** Until when the rules were read that the legal templates follow. */
const RULE_DATE = '11/2026'

/** The hotline of the province in which the phone is, for what concerns its offices. */
const HOTLINE = 'tel:1022'

const guide = (visit: Visit, template: string, head: Head, view: object = {}): Reply =>
  page(template, head, view, { trail: [{ label: { text: head.title, lang: null }, path: null }] })

/** What the stars mean, who gives them, and how long they hold. */
export const stars: Handler = (visit) => {
  const { shell, guides } = visit.messages
  return guide(visit, 'shop/stars', { title: shell.stars, description: guides.stars.description })
}

/** The numbers that the search works with, each with its words. */
const toWeights = <W extends Readonly<Record<string, number>>>(
  weights: W,
  words: Readonly<Record<keyof W | 'title', string>>,
  visit: Visit,
) => ({
  title: words.title,
  rows: (Object.entries(weights) as [keyof W, number][]).map(([name, weight]) => ({
    label: words[name],
    share: formatShare(weight, visit.language),
  })),
})

/** By what results are ordered, and that no place is paid for (Law 122/2025/QH15, Art. 11). */
export const ranking: Handler = (visit) => {
  const { shell, guides } = visit.messages
  const { parts, fields, description } = guides.ranking
  const view = {
    tables: [toWeights(RANKING_RULE.parts, parts, visit), toWeights(RANKING_RULE.fields, fields, visit)],
  }
  return guide(visit, 'shop/ranking', { title: shell.ranking, description }, view)
}

/** Who answers for the site; what is not stated is shown as such. */
function toOwnerFacts(owner: SiteOwner, visit: Visit) {
  const { owner: labels } = visit.messages.guides.help
  return [
    { label: labels.name, value: owner.name, href: null },
    { label: labels.address, value: owner.address ?? null, href: null },
    { label: labels.registration, value: owner.registration ?? null, href: null },
    {
      label: labels.phone,
      value: owner.phone ?? null,
      href: owner.phone ? toStatedContact(owner.phone).href : null,
    },
    { label: labels.email, value: owner.email ?? null, href: owner.email ? `mailto:${owner.email}` : null },
  ]
}

/** Contact, ordering, complaints, and what happens with personal data. */
export const help: Handler = (visit) => {
  const { shell, guides } = visit.messages
  const { order, paying, returns, complaint, privacy, links, description } = guides.help
  const to = (path: string, label: string) => ({ label, href: visit.links.to(path) })
  const trading = [{ ...order, links: [to('/orders', links.orders)] }, paying, returns]
  const hotline = { label: links.hotline, href: HOTLINE }
  const view = {
    owner: visit.site.owner && toOwnerFacts(visit.site.owner, visit),
    sections: [
      ...(visit.site.sells ? trading : []),
      { ...complaint, links: [to('/feedback', links.feedback), hotline] },
      { ...privacy, links: [to('/privacy', links.privacy), to('/my-data', links.myData)] },
    ],
    ruleDate: RULE_DATE,
  }
  return guide(visit, 'shop/help', { title: shell.helpAndContact, description }, view)
}

/** What is kept about shoppers, after the eight heads that the rules on e-commerce name. */
export const privacy: Handler = (visit) => {
  const { title, description } = visit.messages.care.myData.privacy
  return guide(visit, 'care/privacy', { title, description })
}
