import { PRODUCT_FIELDS, productsCsv, productsTable } from '../../exchange/products/products-csv.js'
import { toWorkbook } from '../../exchange/xlsx/to-workbook.js'
import { formatCount } from '../format.js'
import { page, type BodyReply } from '../reply.js'
import type { Handler } from '../route.js'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const file = (type: string, ending: string, body: string | Buffer): BodyReply => ({
  kind: 'body',
  type,
  body,
  headers: { 'content-disposition': `attachment; filename="ocop-products.${ending}"` },
})

/** What may be taken away, in which forms, and what each column means. */
export const openData: Handler = (visit) => {
  const { catalog, links, language, messages, site } = visit
  const words = messages.openData
  const { headings, rows } = productsTable(catalog, language)
  const lang = language === 'en' ? 'en' : null
  const view = {
    count: words.count(formatCount(rows.length, language)),
    files: ['csv', 'xlsx'].map((ending) => ({
      name: ending.toUpperCase(),
      href: links.to(`/open-data/products.${ending}`, { lang }),
    })),
    machines: [
      { text: words.api, href: links.to('/api/v1/products') },
      { text: words.feed, href: links.to('/feed.xml', { lang }) },
      ...(site.sells ? [{ text: words.merchant, href: links.to('/feeds/google-merchant.xml', { lang }) }] : []),
    ],
    columns: PRODUCT_FIELDS.map((field, index) => ({ heading: headings[index], field, meaning: words.fields[field] })),
  }
  const trail = [{ label: { text: words.title, lang: null }, path: null }]
  return page('shop/open-data', { title: words.title, description: words.description }, view, { trail })
}

/** The published products as CSV, in the words of the language. */
export const openDataCsv: Handler = ({ catalog, language }) =>
  file('text/csv; charset=utf-8', 'csv', productsCsv(catalog, language))

/** The same as an Excel workbook. */
export const openDataWorkbook: Handler = async ({ catalog, language, messages }) => {
  const { headings, rows } = productsTable(catalog, language)
  return file(EXCEL, 'xlsx', await toWorkbook(headings, rows, messages.openData.title))
}
