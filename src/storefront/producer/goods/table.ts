import { CatalogError, type FieldIssue } from '../../../catalog/errors.js'
import { formatPack } from '../../../catalog/packs/pack-words.js'
import type { GoodsChange, GoodsRow } from '../../../site/goods.js'
import { workbookFile } from '../../../exchange/aside/write-aside.js'
import { csvChunks } from '../../../exchange/csv/csv-chunks.js'
import { goodsColumns } from '../../../exchange/goods/goods-columns.js'
import { goodsFile } from '../../../exchange/goods/goods-file.js'
import { readGoodsFile } from '../../../exchange/goods/read-goods-file.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatCount } from '../../format.js'
import { rowPackName } from '../../models/pack-name.js'
import { csvReply, page, redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
import { readAmount } from '../../../catalog/prices/read-amount.js'

/** A table of a producer's goods is far below it. */
export const tableUpload = { fields: ['file'], maxFiles: 1, maxBytes: 5 * 1024 ** 2 }

const rowsOf = (visit: Visit): readonly GoodsRow[] => visit.catalog.goods.list(personOf(visit), producerOf(visit).id)

function tablePage(visit: Visit, problems: FormProblems): Reply {
  const { form, language, messages } = visit
  const typed = (name: string, value: number | null): string =>
    form.get(name) ?? (value === null ? '' : formatCount(value, 'vi'))
  const saved = visit.query.get('saved')
  const view = {
    ...problems,
    saved:
      saved !== null && /^\d{1,6}$/.test(saved) ? messages.goods.saved(formatCount(Number(saved), language)) : null,
    rows: rowsOf(visit).map(({ product, variant, stock }, index) => ({
      sku: variant.sku,
      name: product.name.vi,
      pack: rowPackName(variant, language),
      priceName: `rows.${index}.price`,
      stockName: `rows.${index}.stock`,
      price: typed(`rows.${index}.price`, variant.price),
      stock: typed(`rows.${index}.stock`, stock),
    })),
  }
  return page('producer/goods-table', { title: messages.goods.tableTitle }, view, { status: problems.status })
}

export const goodsTable: Handler = (visit) => tablePage(visit, NO_PROBLEMS)

/** One field of the table; a field left empty changes nothing. */
function readField(form: URLSearchParams, path: string, issues: FieldIssue[]): number | undefined {
  const typed = (form.get(path) ?? '').trim()
  if (typed === '') return undefined
  const value = readAmount(typed)
  if (value === null) issues.push({ path, code: 'badFormat', params: { example: '120.000' } })
  return value ?? undefined
}

const labelsOf = (visit: Visit, issues: readonly FieldIssue[]): Record<string, string> =>
  Object.fromEntries(
    issues.map(({ path }) => {
      const [, index = '', field] = path.split('.')
      const { goods } = visit.messages
      return [
        path,
        `${field === 'price' ? goods.price : goods.stock}, ${goods.row(String(Number(index) + 1)).toLowerCase()}`,
      ]
    }),
  )

export const postGoodsTable: Handler = async (visit) => {
  const issues: FieldIssue[] = []
  const rows = visit.form.getAll('sku').map((sku, index): GoodsChange => {
    const price = readField(visit.form, `rows.${index}.price`, issues)
    const stock = readField(visit.form, `rows.${index}.stock`, issues)
    return { sku, ...(price === undefined ? {} : { price }), ...(stock === undefined ? {} : { stock }) }
  })
  try {
    if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
    const changed = await visit.catalog.goods.change(personOf(visit), producerOf(visit).id, rows)
    return redirect(visit.links.to('/producer/prices', { saved: changed }))
  } catch (error) {
    const found = error instanceof CatalogError ? error.issues : []
    return tablePage(visit, toFormProblems(error, labelsOf(visit, found), visit))
  }
}

const toCells = (visit: Visit) =>
  rowsOf(visit).map(({ product, variant, stock }) => ({
    name: product.name.vi,
    pack: formatPack(variant.packSize, visit.language),
    sku: variant.sku,
    price: variant.price,
    stock,
  }))

/** `gia-va-ton-kho-ea-tu-2026-11-22.csv`: what it is, whose, and of which day. */
const fileName = (visit: Visit, ending: string): string =>
  `gia-va-ton-kho-${producerOf(visit).slug}-${visit.catalog.today()}.${ending}`

/** The table as a file that comes back by {@link postGoodsFile}. */
export const goodsCsv: Handler = (visit) => {
  const { headings, rows } = goodsFile(toCells(visit), visit.language)
  return csvReply(fileName(visit, 'csv'), csvChunks(headings, rows))
}

export const goodsXlsx: Handler = async (visit) => {
  const { headings, rows } = goodsFile(toCells(visit), visit.language)
  return {
    kind: 'body',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await workbookFile(headings, rows, visit.messages.goods.title),
    cacheControl: 'no-store',
    headers: { 'content-disposition': `attachment; filename="${fileName(visit, 'xlsx')}"` },
  }
}

/** Where in the file a fault is: `7.price` is row 7, column Price. */
const placesOf = ({ messages, language }: Visit, issues: readonly FieldIssue[]): Record<string, string> =>
  Object.fromEntries(
    issues.flatMap(({ path }) => {
      const [row = '', field = ''] = path.split('.')
      if (!/^\d+$/.test(row)) return []
      const column = Object.entries(goodsColumns).find(([name]) => name === field)?.[1][language]
      return [[path, column === undefined ? messages.goods.row(row) : messages.goods.cell(row, column)]]
    }),
  )

export const postGoodsFile: Handler = async (visit) => {
  const [file] = visit.files
  try {
    if (!file) throw new CatalogError('INVALID_INPUT', { issues: [{ path: 'file', code: 'required', params: {} }] })
    const own = new Set(rowsOf(visit).map(({ variant }) => variant.sku))
    const rows = await readGoodsFile(file.bytes, own)
    const changed = await visit.catalog.goods.change(personOf(visit), producerOf(visit).id, rows)
    return redirect(visit.links.to('/producer/prices', { saved: changed }))
  } catch (error) {
    const found = error instanceof CatalogError ? error.issues : []
    const told = toFormProblems(error, { file: visit.messages.goods.upload, ...placesOf(visit, found) }, visit)
    // What is wrong in a file is mended there and sent again from the one field of this form.
    return tablePage(visit, { ...told, problems: told.problems.map(({ text }) => ({ text, href: '#file' })) })
  }
}
