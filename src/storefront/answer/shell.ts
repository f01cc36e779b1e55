import type { FormProblems } from '../form-problems.js'
import { toFrontShell } from '../fronts/front-shell.js'
import type { QueryValues } from '../links.js'
import { toStatedContact } from '../models/contact.js'
import { frameColorOf } from '../own/theme.js'
import type { PageReply } from '../reply.js'
import { SHARE_SIZE } from '../share/share-picture.js'
import type { Visit } from '../visit.js'

const MAX_SEARCH_TEXT = 200

const sections = (visit: Visit) => {
  const { shell } = visit.messages
  const entries = [
    { path: '/products', label: shell.products },
    { path: '/provinces', label: shell.provinces },
    { path: '/producers', label: shell.producers },
    { path: '/platforms', label: shell.platforms },
    { path: '/figures', label: shell.figures },
  ]
  return entries.map(({ path, label }) => ({
    label,
    href: visit.links.to(path),
    isCurrent: visit.path === path || visit.path.startsWith(`${path}/`),
  }))
}

/** The page's own address in the other language. */
function otherLanguage(visit: Visit): { lang: string; href: string } {
  const lang = visit.language === 'vi' ? 'en' : 'vi'
  const kept: Record<string, string[]> = {}
  if (visit.method === 'GET')
    for (const name of new Set(visit.query.keys())) if (name !== 'lang') kept[name] = visit.query.getAll(name)
  return { lang, href: visit.links.to(visit.path, { ...kept, lang }) }
}

function addresses(visit: Visit, reply: PageReply) {
  const [path = '/', query] = (reply.head.canonical ?? visit.path).split('?')
  const values: QueryValues = Object.fromEntries(new URLSearchParams(query))
  return {
    vi: visit.links.absolute(path, values),
    en: visit.links.absolute(path, { ...values, lang: 'en' }),
  }
}

/** Where a way back begins: at the shop's first page, or at that of the front. */
const firstStep = ({ front, messages }: Visit) => ({
  label: { text: front === null ? messages.shell.home : messages.account.fronts[front], lang: null },
  path: front === null ? '/' : `/${front}`,
})

const breadcrumbs = (visit: Visit, trail: PageReply['trail']) =>
  trail?.length
    ? [firstStep(visit), ...trail].map(({ label, path }) => ({
        label,
        href: path === null ? null : visit.links.to(path),
      }))
    : []

const breadcrumbFacts = (visit: Visit, trail: PageReply['trail']): object[] =>
  trail?.length
    ? [
        {
          '@context': 'https://schema.org',
          '@type': 'BreadcrumbList',
          itemListElement: [{ label: { text: visit.messages.shell.home }, path: '/' }, ...trail].map((step, index) => ({
            '@type': 'ListItem',
            position: index + 1,
            name: step.label.text,
            item: visit.links.absolute(step.path ?? visit.path),
          })),
        },
      ]
    : []

/** Above a form of a front that was refused: what a screen reader says first, and what the tab shows. */
function titleOf({ head, view }: PageReply, { front, messages }: Visit): string {
  const { problems = [] } = view as Partial<FormProblems>
  return front !== null && problems.length > 0 ? messages.account.errorTitle(head.title) : head.title
}

/** What every page shows around its own contents: head, header, way back, footer. */
export function toShell(visit: Visit, reply: PageReply) {
  const { site, links, language, path } = visit
  const { head } = reply
  const canonical = addresses(visit, reply)
  const name = site.name[language]
  return {
    siteName: name,
    title: path === '/' ? `${name} · ${head.title}` : `${titleOf(reply, visit)} · ${name}`,
    heading: head.title,
    description: head.description ?? null,
    noIndex: head.noIndex === true || reply.personal === true || visit.front !== null,
    canonical: canonical[language],
    alternates: canonical,
    picture: head.picture ? { href: links.absolute(head.picture), ...SHARE_SIZE, alt: head.title } : null,
    feed: links.to('/feed.xml', { lang: language === 'en' ? 'en' : null }),
    frameColor: frameColorOf(site.theme),
    oembed: site.embeddable && head.oembed ? head.oembed : null,
    type: head.type ?? 'website',
    structured: [...(head.structured ?? []), ...breadcrumbFacts(visit, reply.trail)],
    sections: sections(visit),
    trail: breadcrumbs(visit, reply.trail),
    searchText: (path === '/products' ? (visit.query.get('q') ?? '') : '').slice(0, MAX_SEARCH_TEXT),
    otherLanguage: otherLanguage(visit),
    illustrative: reply.illustrative === true,
    sells: site.sells,
    mode: visit.messages.shell.modes[site.mode],
    owner: site.owner && { ...site.owner, call: site.owner.phone ? toStatedContact(site.owner.phone) : null },
    front: toFrontShell(visit),
  }
}
