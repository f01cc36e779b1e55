import { may } from '../../../access/rights.js'
import { END_STAGES, type EndStage } from '../../../desk/certificate-end.js'
import { csvChunks } from '../../../exchange/csv/csv-chunks.js'
import type { EndingCertificate } from '../../../site/certificate-ends.js'
import { formatCount, formatDay } from '../../format.js'
import { readPage, toPaging } from '../../list/paging.js'
import { provinceName } from '../../models/place-words.js'
import { csvReply, page } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { localPhone } from '../../fronts/people/account-words.js'

const PAGE_SIZE = 50
const PATH = '/office/certificates'

const TONES: Readonly<Record<EndStage, string>> = {
  days30: 'bad',
  days90: 'warn',
  late: 'warn',
  window: 'warn',
  pending: 'good',
  expired: 'bad',
}

const readStage = (query: URLSearchParams): EndStage | null =>
  END_STAGES.find((stage) => stage === query.get('show')) ?? null

/** What runs out within reach: all of it, and what was chosen by the address. */
function readChosen(visit: Visit) {
  const all = visit.catalog.certificateEnds.list(personOf(visit))
  const stage = readStage(visit.query)
  return { all, stage, chosen: stage === null ? all : all.filter((one) => one.stage === stage) }
}

const producerOf = ({ product }: EndingCertificate, { catalog }: Visit) =>
  product.producerId ? catalog.state.find('producers', product.producerId) : null

function toRow(end: EndingCertificate, visit: Visit) {
  const { links, messages, language, catalog } = visit
  const { certificates: words, platforms } = messages.office
  const { stage, product, province, until, daysLeft } = end
  const producer = producerOf(end, visit)
  const days = formatCount(Math.abs(daysLeft), language)
  const mayImport = may(personOf(visit), 'import.run', catalog.links.subjectOf(product))
  return {
    stage: messages.standing.certificates.stages[stage],
    tone: TONES[stage],
    product: product.name.vi,
    href: links.to(`/products/${product.slug}`),
    text: (daysLeft > 0 ? words.ends : words.ended)(formatDay(until), days),
    producer: producer?.name ?? null,
    province: province && provinceName(province, visit),
    call: producer?.phone
      ? { href: `tel:${producer.phone}`, text: platforms.call(producer.name, localPhone(producer.phone)) }
      : null,
    import: mayImport ? links.to('/office/imports') : null,
  }
}

/** Certificates that run out or have, by urgency, a page at a time. */
export const certificatesPage: Handler = (visit) => {
  const { links, language, messages } = visit
  const words = messages.office.certificates
  const { all, stage, chosen } = readChosen(visit)
  const pageCount = Math.max(1, Math.ceil(chosen.length / PAGE_SIZE))
  const current = readPage(visit.query, pageCount)
  const chip = (label: string, show: EndStage | null, number: number) => ({
    label: `${label} (${formatCount(number, language)})`,
    href: links.to(PATH, { show }),
    isChosen: show === stage,
  })
  const view = {
    chips: [
      chip(words.everything, null, all.length),
      ...END_STAGES.map((one) => ({ one, number: all.filter((end) => end.stage === one).length }))
        .filter(({ one, number }) => number > 0 || one === stage)
        .map(({ one, number }) => chip(messages.standing.certificates.stages[one], one, number)),
    ],
    rows: chosen.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((end) => toRow(end, visit)),
    paging: toPaging(current, pageCount, (number) => links.to(PATH, { show: stage, page: number })),
    csv: links.to(`${PATH}.csv`, { show: stage }),
  }
  return page('office/certificates', { title: words.title }, view)
}

function* csvRows(visit: Visit): Generator<readonly (string | number | null)[]> {
  for (const end of readChosen(visit).chosen) {
    const { product, certificate, province, until, daysLeft, stage } = end
    const producer = producerOf(end, visit)
    yield [
      product.id,
      product.name.vi,
      producer?.name ?? null,
      producer?.phone ? localPhone(producer.phone) : null,
      province?.name ?? null,
      certificate.stars,
      certificate.decisionNumber ?? null,
      until,
      daysLeft,
      visit.messages.standing.certificates.stages[stage],
    ]
  }
}

/** The same as a file for a spreadsheet, all of it. */
export const certificatesCsv: Handler = (visit) =>
  csvReply(
    `certificates-${visit.catalog.today()}.csv`,
    csvChunks(visit.messages.office.certificates.csvHeadings, csvRows(visit)),
  )
