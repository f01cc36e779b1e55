import { without } from '../../../catalog/without.js'
import { toCsv } from '../../../exchange/csv/to-csv.js'
import type { PersonalRecord } from '../../../site/care/personal-data.js'
import { openMyData } from '../../care/my-data-key.js'
import { toMyDataRows } from '../../care/my-data-rows.js'
import { notFound } from '../../refusal.js'
import type { BodyReply } from '../../reply.js'
import type { Handler } from '../../route.js'

const download = (type: string, name: string, body: string): BodyReply => ({
  kind: 'body',
  type,
  body,
  cacheControl: 'no-store',
  headers: { 'content-disposition': `attachment; filename="${name}"` },
})

/** The records without the keys that guard against sending twice. */
const toExport = ({ orders, ...rest }: PersonalRecord): object => ({
  ...rest,
  orders: orders.map((order) => without(order, 'idempotencyKey', 'requestHash')),
})

/** What the visitor's code opens, as it is kept. */
export const myDataJson: Handler = async (visit) => {
  const opened = await openMyData(visit)
  if (!opened) throw notFound()
  return download(
    'application/json; charset=utf-8',
    'ocop-my-data.json',
    JSON.stringify(toExport(opened.record), null, 2),
  )
}

/** The same as a table for a spreadsheet. */
export const myDataCsv: Handler = async (visit) => {
  const opened = await openMyData(visit)
  if (!opened) throw notFound()
  const words = visit.messages.care.myData
  const { columns } = words
  const headings = [
    columns.kind,
    columns.code,
    columns.at,
    columns.name,
    columns.phone,
    columns.address,
    columns.text,
    columns.amount,
    columns.status,
  ]
  const rows = toMyDataRows(opened.record, visit).map(
    ({ kind, code, at, name, phone, address, text, amount, status }) => [
      words[kind],
      code,
      at,
      name,
      phone,
      address,
      text,
      amount,
      status,
    ],
  )
  return download('text/csv; charset=utf-8', 'ocop-my-data.csv', toCsv(headings, rows))
}
