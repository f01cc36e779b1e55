import type { ReportColumn, ReportRow, ReportTable } from '../../../../exchange/report/report-document.js'
import type { Figures } from '../../../../trade/figures.js'
import { say } from '../../../language.js'
import { provinceName } from '../../../models/place-words.js'
import { count, platformName, share, stated, text, vnd, type TableFrame } from './frame.js'

/** How many producers and products stand at the top. */
const TOP = 20

/** The most transactions of any row; 0 for none. */
export const mostOf = (rows: readonly Figures[]): number => Math.max(0, ...rows.map((row) => row.transactions))

/** A row of a table that shares the transactions out; its bar is drawn against `most`. */
function toRow(name: string, values: Figures, most: number, { figures }: TableFrame): ReportRow {
  const all = figures.transactions.total.transactions
  return {
    cells: [
      name,
      values.transactions,
      all > 0 ? values.transactions / all : null,
      stated(values.units, values),
      stated(values.amount, values),
    ],
    bar: most > 0 ? values.transactions / most : 0,
  }
}

function toColumns(label: string, { visit }: TableFrame): ReportColumn[] {
  const { columns } = visit.messages.reports
  return [text(label), count(columns.transactions), share(columns.share), count(columns.units), vnd(columns.amount)]
}

export function platformsTable(frame: TableFrame): ReportTable {
  const { figures, visit, days, counted } = frame
  const { tables, columns } = visit.messages.reports
  const { byPlatform, total } = figures.transactions
  return {
    id: 'platforms',
    title: tables.platforms,
    time: days,
    definition: counted,
    columns: toColumns(columns.platform, frame),
    rows: byPlatform.map(({ platformId, ...values }) =>
      toRow(platformName(platformId, visit), values, total.transactions, frame),
    ),
  }
}

export function provincesTable(frame: TableFrame): ReportTable {
  const { query, figures, visit, days, counted, asked } = frame
  const { tables, columns } = visit.messages.reports
  const { byProvince, total } = figures.transactions
  return {
    id: 'provinces',
    title: tables.provinces,
    time: days,
    definition: `${counted} ${visit.messages.figures.define[query.mode]}`,
    columns: toColumns(columns.province, frame),
    rows: byProvince.map(({ province, ...values }) => ({
      ...toRow(provinceName(province, visit), values, total.transactions, frame),
      isAsked: province.key === asked?.key,
    })),
  }
}

export function producersTable(frame: TableFrame): ReportTable {
  const { figures, visit, days, counted } = frame
  const { tables, columns, byProducer: definition } = visit.messages.reports
  const { state } = visit.catalog
  const top = figures.transactions.byProducer.slice(0, TOP)
  return {
    id: 'producers',
    title: tables.producers,
    time: days,
    definition: `${counted} ${definition}`,
    columns: toColumns(columns.producer, frame),
    rows: top.map(({ producerId, ...values }) =>
      toRow(state.find('producers', producerId)?.name ?? producerId, values, mostOf(top), frame),
    ),
  }
}

export function productsTable(frame: TableFrame): ReportTable {
  const { figures, visit, days } = frame
  const { tables, columns } = visit.messages.reports
  const { state } = visit.catalog
  const top = figures.transactions.byProduct.slice(0, TOP)
  return {
    id: 'products',
    title: tables.products,
    time: days,
    definition: visit.messages.figures.define.byProduct,
    columns: toColumns(columns.product, frame),
    rows: top.map(({ productId, ...values }) =>
      toRow(say(state.get('products', productId).name, visit.language).text, values, mostOf(top), frame),
    ),
  }
}
