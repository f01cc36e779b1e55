import { once } from 'node:events'
import { loadPdfKit } from './load-pdfkit.js'
import { BOLD, INK, LINE, PAGE, REGULAR, registerFonts, SOFT, widthOf, type Pdf } from './pdf-page.js'
import type { WrittenTables } from '../aside/writing-task.js'
import { drawLetterhead } from './pdf-letterhead.js'
import { drawSigning } from './pdf-signing.js'
import { drawTable } from './pdf-table.js'
import type { ReportDocument } from './report-document.js'

function drawFacts(pdf: Pdf, { facts }: ReportDocument): void {
  const label = 120
  for (const [name, value] of facts) {
    const top = pdf.y
    pdf
      .font(BOLD)
      .fontSize(8.5)
      .fillColor(SOFT)
      .text(name, pdf.page.margins.left, top, { width: label - 8 })
    const bottom = pdf.y
    pdf
      .font(REGULAR)
      .fillColor(INK)
      .text(value, pdf.page.margins.left + label, top, { width: widthOf(pdf) - label })
    pdf.y = Math.max(pdf.y, bottom) + 2
    pdf.x = pdf.page.margins.left
  }
  pdf.moveDown(0.8)
}

/** The quoted figures in boxes, two to a line. */
function drawHighlights(pdf: Pdf, { highlights }: ReportDocument): void {
  const gap = 10
  const width = (widthOf(pdf) - gap) / 2
  const height = 62
  for (const [index, { value, label, remark }] of highlights.entries()) {
    const isLeft = index % 2 === 0
    const left = pdf.page.margins.left + (isLeft ? 0 : width + gap)
    const top = isLeft ? pdf.y : pdf.y - height - gap
    pdf.rect(left, top, width, height).lineWidth(0.7).strokeColor(LINE).stroke()
    const inner = { width: width - 20, lineBreak: false, ellipsis: true }
    pdf
      .font(BOLD)
      .fontSize(18)
      .fillColor(INK)
      .text(value, left + 10, top + 7, inner)
    pdf
      .font(REGULAR)
      .fontSize(8.5)
      .text(label, left + 10, top + 31, inner)
    if (remark)
      pdf
        .fontSize(7.5)
        .fillColor(SOFT)
        .text(remark, left + 10, top + 44, inner)
    pdf.y = top + height + gap
    pdf.x = pdf.page.margins.left
  }
  pdf.moveDown(0.6)
}

/** The number stands above, in the middle, from the second page on, as the decree has it; below, what it is a page of. */
function numberPages(pdf: Pdf, { site, title }: ReportDocument): void {
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    const { margins, height } = pdf.page
    // Text below the bottom margin would begin a new page.
    const { bottom } = margins
    margins.bottom = 0
    const options = { width: widthOf(pdf), lineBreak: false }
    pdf.font(REGULAR).fontSize(7.5).fillColor(SOFT)
    pdf.text(`${site} · ${title}`, margins.left, height - 36, { ...options, ellipsis: true })
    if (page > 0)
      pdf
        .fontSize(11)
        .fillColor(INK)
        .text(String(page + 1), margins.left, 28, { ...options, align: 'center' })
    margins.bottom = bottom
  }
}

/**
 * A report on A4, in Vietnamese or English, in the form that offices hand in: the same figures as on the screen, with the
 * definition under each table, room to sign and page numbers.
 *
 * @throws {CatalogError} `NOT_INSTALLED` without the optional package pdfkit.
 */
export async function reportPdf(document: ReportDocument, written: WrittenTables): Promise<Buffer> {
  const PdfDocument = await loadPdfKit()
  const pdf = new PdfDocument({
    ...PAGE,
    bufferPages: true,
    lang: document.language === 'vi' ? 'vi-VN' : 'en-GB',
    displayTitle: true,
    info: { Title: document.title, Author: document.site },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  registerFonts(pdf)
  drawLetterhead(pdf, document)
  drawFacts(pdf, document)
  drawHighlights(pdf, document)
  for (const [index, table] of document.tables.entries()) drawTable(pdf, table, written[index] ?? [])
  drawSigning(pdf, document)
  numberPages(pdf, document)
  const ended = once(pdf, 'end')
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}
