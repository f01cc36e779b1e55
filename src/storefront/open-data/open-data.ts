import { workbookFile } from '../../exchange/aside/write-aside.js'
import { csvChunks } from '../../exchange/csv/csv-chunks.js'
import { PRODUCT_FIELDS, productHeadings, productsTable } from '../../exchange/products/products-csv.js'
import { formatCount } from '../format.js'
import { csvReply, page } from '../reply.js'
import type { Handler } from '../route.js'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What may be taken away, in which forms, and what each column means. */
export const openData: Handler = (visit) => {
  const { catalog, links, language, messages, site } = visit
  const words = messages.openData
  const headings = productHeadings(language)
  const count = catalog.state.all('products').filter(({ status }) => status === 'published').length
  const lang = language === 'en' ? 'en' : null
  const view = {
    count: words.count(formatCount(count, language)),
    files: ['csv', 'xlsx'].map((ending) => ({
      name: ending.toUpperCase(),
      href: links.to(`/open-data/products.${ending}`, { lang }),
    })),
    machines: [
      { text: messages.apiGuide.title, href: links.to('/api') },
      { text: words.api, href: links.to('/api/v1/products') },
      { text: words.feed, href: links.to('/feed.xml', { lang }) },
      ...(site.sells ? [{ text: words.merchant, href: links.to('/feeds/google-merchant.xml', { lang }) }] : []),
    ],
    columns: PRODUCT_FIELDS.map((field, index) => ({ heading: headings[index], field, meaning: words.fields[field] })),
  }
  const trail = [{ label: { text: words.title, lang: null }, path: null }]
  return page('shop/open-data', { title: words.title, description: words.description }, view, { trail })
}

/** The published products as CSV, in the words of the language. Made a part at a time, then kept for the next who asks. */
export const openDataCsv: Handler = ({ catalog, language }) => {
  const { headings, rows } = productsTable(catalog, language)
  return csvReply('ocop-products.csv', csvChunks(headings, rows))
}

/** The same as an Excel workbook. */
export const openDataWorkbook: Handler = async ({ catalog, language, messages }) => {
  const { headings, rows } = productsTable(catalog, language)
  const body = await workbookFile(headings, rows, messages.openData.title)
  const disposition = 'attachment; filename="ocop-products.xlsx"'
  return { kind: 'body', type: EXCEL, body, headers: { 'content-disposition': disposition } }
}
