import { DATA_REQUEST_DAYS } from '../../../care/due-times.js'
import type { DataRequest } from '../../../catalog/care/data-request.js'
import { CatalogError, fieldError } from '../../../catalog/errors.js'
import { parsePhone } from '../../../catalog/phone.js'
import type { PersonalRecord } from '../../../site/care/personal-data.js'
import { isCaseCode, isOrderCode } from '../../../site/codes.js'
import { forgetKey, keepKey, openMyData, readKey, type DataKey } from '../../care/my-data-key.js'
import { toMyDataRows, type MyDataRow } from '../../care/my-data-rows.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatCount, formatDay, formatInstant, formatVnd } from '../../format.js'
import { toDialled } from '../../../catalog/phone.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { lookUpProblems, readLookUp, toLookUpForm, type LookUpProblems } from '../../shopping/look-up.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'

const KINDS = ['orders', 'reviews', 'feedback', 'requests'] as const

/** What the form of code and number says besides. */
interface Said {
  readonly wrong?: LookUpProblems | null
  /** The answer to the erasure of what the code opened. */
  readonly erasure?: DataRequest | null
}

function proofPage(
  visit: Visit,
  typed: DataKey,
  status: number,
  { wrong = null, erasure = null }: Said = {},
): PageReply {
  const words = visit.messages.care.myData
  const { notFound, phone, proof: code } = words
  const title = status >= 400 ? visit.messages.trade.checkout.errorTitle(words.title) : words.title
  const view = {
    ...toLookUpForm({ typed, wrong, isNotFound: status >= 400 }, { notFound, labels: { phone, code } }, visit),
    isLeft: visit.query.has('left'),
    erased: erasure?.answer
      ? { text: words.erased(formatInstant(erasure.answer.at), erasure.code), answer: erasure.answer.text }
      : null,
  }
  return page('care/my-data-proof', { title }, view, {
    personal: true,
    status,
    trail: [{ label: { text: words.title, lang: null }, path: null }],
  })
}

const toShownRow = ({ code, at, name, phone, address, text, amount, status }: MyDataRow) => ({
  code,
  at: formatInstant(at),
  who: [name, phone === '' ? '' : toDialled(phone), address].filter(Boolean).join(', '),
  text,
  amount: amount === null ? null : formatVnd(amount),
  status,
})

interface Typed {
  readonly text: string
  readonly note: string
}

function dataPage(
  record: PersonalRecord,
  visit: Visit,
  typed: Typed = { text: '', note: '' },
  problems: FormProblems = NO_PROBLEMS,
): PageReply {
  const words = visit.messages.care.myData
  const rows = toMyDataRows(record, visit)
  const sent = record.requests.find(({ code }) => code === visit.query.get('sent'))
  const view = {
    ...problems,
    typed,
    holds: words.holds(toDialled(record.phone)),
    sections: KINDS.map((kind) => ({
      id: kind,
      title: words[kind],
      rows: rows.filter((row) => row.kind === kind).map(toShownRow),
    })),
    due: words.due(formatCount(DATA_REQUEST_DAYS, visit.language)),
    sent: sent ? words.sent(sent.code, formatDay(sent.dueOn)) : null,
  }
  const title = problems.status >= 400 ? visit.messages.trade.checkout.errorTitle(words.title) : words.title
  return page('care/my-data', { title }, view, {
    personal: true,
    status: problems.status,
    trail: [{ label: { text: words.title, lang: null }, path: null }],
  })
}

/** What the visitor's code opens; whoever has given none yet is asked for it. */
export const myData: Handler = async (visit) => {
  const opened = await openMyData(visit)
  if (opened) return dataPage(opened.record, visit)
  const key = readKey(visit)
  const erasure = key && (await visit.catalog.personalData.findErasure(key.code))
  return proofPage(visit, { code: '', phone: '' }, key === null || erasure ? 200 : 404, { erasure })
}

export const postMyData: Handler = async (visit) => {
  const typed = readLookUp(visit)
  const { missingProof: missing, badProof: bad } = visit.messages.care.myData
  const isCode = (code: string) => isOrderCode(code) || isCaseCode('PA', code)
  const problems = lookUpProblems(typed, { isCode, missing, bad }, visit)
  const { personalData } = visit.catalog
  const phone = problems ? null : parsePhone(typed.phone)
  const opened = phone && ((await personalData.open(phone, typed.code)) ?? (await personalData.findErasure(typed.code)))
  if (opened) return redirect(visit.links.to('/my-data'), { cookies: [keepKey({ code: typed.code, phone })] })
  if (visit.wantsJson) throw new CatalogError('NOT_FOUND', { details: { what: 'person', id: '' } })
  return proofPage(visit, typed, 404, { wrong: problems })
}

export const postForgetMyData: Handler = (visit) =>
  redirect(visit.links.to('/my-data', { left: 1 }), { cookies: [forgetKey] })

/** Hands a wish to correct or to erase to the office. */
export const postDataRequest: Handler = async (visit) => {
  const opened = await openMyData(visit)
  if (!opened) return proofPage(visit, { code: '', phone: '' }, 404)
  const { key, record } = opened
  const read = (name: string) => singleField(visit.form, name)
  const kind = read('kind') === 'erasure' ? 'erasure' : 'correction'
  const typed = { text: read('text'), note: read('note') }
  const words = visit.messages.care.myData
  try {
    if (kind === 'erasure' && read('confirm') === '') throw fieldError('confirm', 'notTicked')
    if (kind === 'correction' && typed.text.trim() === '') throw fieldError('text', 'required')
    const said = kind === 'erasure' ? typed.note : typed.text
    const { code } = await visit.catalog.personalData.request(key.phone, key.code, kind, said)
    return redirect(visit.links.to('/my-data', { sent: code }))
  } catch (error) {
    const labels = { text: words.correct.text, note: words.erase.note, confirm: words.erase.title }
    return dataPage(record, visit, typed, toFormProblems(error, labels, visit))
  }
}
