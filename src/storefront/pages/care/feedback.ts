import { DUE_TIMES } from '../../../care/due-times.js'
import { addDays } from '../../../catalog/day.js'
import { without } from '../../../catalog/without.js'
import { chosenKind, kindsFor, readAbout, writeAbout, type About } from '../../care/feedback-about.js'
import { keepCase } from '../../care/known-cases.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatCount, formatShare } from '../../format.js'
import { toDialled } from '../../../catalog/phone.js'
import { notFound } from '../../refusal.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { openKnownOrder } from '../../shopping/known-orders.js'
import { rememberedPhone } from '../../shopping/remembered.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'

/** The span of days whose answers the public rate is of. */
const RATE_DAYS = 180

interface Typed {
  readonly kind: string
  readonly text: string
  readonly order: string
  readonly name: string
  readonly phone: string
}

/** How much of what came in lately was answered in time, with the rule beside it. */
function toRate(visit: Visit): string {
  const { rate: words } = visit.messages.care.feedback
  const today = visit.catalog.today()
  const start = addDays(today, -RATE_DAYS)
  const period = { id: `${start}..${today}`, start, end: addDays(today, 1) }
  const { onTime, late, overdue, rate } = visit.catalog.feedback.onTime({ period, province: null })
  if (rate === null) return words.none
  const judged = formatCount(onTime + late + overdue, visit.language)
  return words.text(formatCount(onTime, visit.language), judged, formatShare(rate, visit.language))
}

function formPage(about: About, typed: Typed, visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const words = visit.messages.care.feedback
  const view = {
    ...problems,
    about: { ...about, value: writeAbout(about) },
    typed,
    kinds: kindsFor(about).map((kind) => ({
      value: kind,
      label: words.kinds[kind],
      due: words.due(formatCount(DUE_TIMES[kind].days, visit.language)),
      isChosen: kind === typed.kind,
    })),
    asksOrder: visit.site.sells && about.of === 'site',
    needsPhone: about.of === 'order',
    rate: toRate(visit),
  }
  const title = problems.status >= 400 ? visit.messages.trade.checkout.errorTitle(words.title) : words.title
  return page('care/feedback', { title, description: words.intro, noIndex: about.of !== 'site' }, view, {
    status: problems.status,
    typed: visit.method === 'POST',
    trail: [{ label: { text: words.title, lang: null }, path: null }],
    ...(problems.status === 200 && about.of !== 'order' && typed.phone === '' ? {} : { personal: true }),
  })
}

function requireAbout(text: string, visit: Visit): About {
  const about = readAbout(text, visit)
  if (!about) throw notFound()
  return about
}

const EMPTY: Typed = { kind: '', text: '', order: '', name: '', phone: '' }

export const feedback: Handler = (visit) => {
  const about = requireAbout(visit.query.get('about') ?? '', visit)
  return formPage(about, { ...EMPTY, kind: chosenKind(about), phone: rememberedPhone(visit) }, visit)
}

/** The form about an order, with the phone number of the order where this device may open it. */
export const orderFeedback: Handler = async (visit) => {
  const known = await openKnownOrder(visit)
  const id = known?.order.code ?? visit.params.code ?? ''
  if (!known) return redirect(visit.links.to('/feedback', { about: writeAbout({ of: 'order', id }) }))
  const about = requireAbout(writeAbout({ of: 'order', id }), visit)
  return formPage(about, { ...EMPTY, phone: toDialled(known.order.recipient.phone) }, visit)
}

export const postFeedback: Handler = async (visit) => {
  const read = (name: string) => singleField(visit.form, name)
  const words = visit.messages.care.feedback
  const about = requireAbout(read('about'), visit)
  const typed: Typed = {
    kind: read('kind'),
    text: read('text'),
    order: read('order'),
    name: read('name'),
    phone: read('phone'),
  }
  const { of, id } =
    about.of === 'site' && typed.order.trim() !== '' ? ({ of: 'order', id: typed.order } as const) : about
  try {
    const input = without(typed, 'order')
    const received = await visit.catalog.feedback.receive({ ...input, about: { of, id } })
    const isFindable = received.contact.phone !== undefined
    return redirect(visit.links.to(isFindable ? `/feedback/${received.code}` : '/feedback/sent', { sent: 1 }), {
      cookies: keepCase(received),
    })
  } catch (error) {
    const labels = { kind: words.kind, text: words.text, order: words.order, name: words.name, phone: words.phone }
    return formPage(about, typed, visit, toFormProblems(error, labels, visit))
  }
}

/** Thanks for feedback that cannot be looked up, since no phone number was left. */
export const feedbackSent: Handler = (visit) => {
  const words = visit.messages.care.feedback
  return page(
    'care/feedback-sent',
    { title: words.sentTitle, noIndex: true },
    {},
    {
      trail: [
        { label: { text: words.title, lang: null }, path: '/feedback' },
        { label: { text: words.sentTitle, lang: null }, path: null },
      ],
    },
  )
}
