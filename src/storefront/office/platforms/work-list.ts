import { maySomewhere } from '../../../access/rights.js'
import { CatalogError, fieldError } from '../../../catalog/errors.js'
import { FINDINGS, type Finding } from '../../../desk/listing-findings.js'
import { MENDINGS } from '../../../desk/mend-listing.js'
import { formatCount, formatDay } from '../../format.js'
import { readPage, toPaging } from '../../list/paging.js'
import { redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { toWorkRow } from './work-row.js'

const PAGE_SIZE = 50
const PATH = '/office/platforms'

const readKind = (query: URLSearchParams): Finding | null =>
  FINDINGS.find((finding) => finding === query.get('show')) ?? null

/** When links were last checked, and how many wait. */
function lastCheckWords({ catalog, language, messages }: Visit): string {
  const words = messages.office.platforms
  const day = catalog.links.lastCheckedOn()
  const waiting = formatCount(catalog.links.due({ limit: Infinity }).length, language)
  return day === null ? words.noCheck(waiting) : words.lastCheck(formatDay(day), waiting)
}

/** The button that has links checked now, or why there is none; nothing when none is due. */
function checkNow(visit: Visit) {
  const { catalog, query } = visit
  const waiting = catalog.links.due({ limit: Infinity }).length
  if (waiting === 0 || !maySomewhere(personOf(visit), 'listing.mend')) return null
  return { isAsked: query.has('asked'), isAskable: catalog.links.isAskable }
}

/** Has the links that are due checked now. */
export const postCheckNow: Handler = async (visit) => {
  await visit.catalog.links.ask(personOf(visit))
  return redirect(visit.links.to(PATH, { asked: 1 }))
}

/** What is wrong with listings within reach, by kind, a page at a time. */
export function toWorkList(visit: Visit) {
  const { catalog, links, language, messages } = visit
  const words = messages.office.platforms
  const person = personOf(visit)
  const all = catalog.links.workList(person)
  const kind = readKind(visit.query)
  const chosen = kind === null ? all : all.filter(({ finding }) => finding === kind)
  const pageCount = Math.max(1, Math.ceil(chosen.length / PAGE_SIZE))
  const current = readPage(visit.query, pageCount)
  const count = (value: number): string => formatCount(value, language)
  const chip = (label: string, show: Finding | null, number: number) => ({
    label: `${label} (${count(number)})`,
    href: links.to(PATH, { show }),
    isChosen: show === kind,
  })
  const kinds = FINDINGS.map((finding) => ({
    finding,
    number: all.filter((one) => one.finding === finding).length,
  })).filter(({ number }) => number > 0)
  return {
    title: words.toDo(count(all.length)),
    chips:
      kinds.length < 2
        ? []
        : [
            chip(words.everything, null, all.length),
            ...kinds.map(({ finding, number }) => chip(words.kinds[finding], finding, number)),
          ],
    rows: chosen.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((found) => toWorkRow(found, person, visit)),
    paging: toPaging(current, pageCount, (page) => links.to(PATH, { show: kind, page })),
    nothing: catalog.links.due({ limit: 1 }).length === 0 ? words.nothingToDo : words.nothingYet,
    lastCheck: lastCheckWords(visit),
    checkNow: checkNow(visit),
  }
}

/** Does to a listing what was chosen, and shows the list again. */
export const postMending: Handler = async (visit) => {
  const step = MENDINGS.find((known) => known === singleField(visit.form, 'step'))
  if (!step) throw fieldError('step', 'notInList', { values: MENDINGS.join(', ') })
  try {
    await visit.catalog.links.mend(personOf(visit), visit.params['id'] ?? '', step)
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'INVALID_INPUT') throw error
    return redirect(visit.links.to(PATH, { late: 1 }))
  }
  return redirect(visit.links.to(PATH, { show: readKind(visit.query), mended: step }))
}
