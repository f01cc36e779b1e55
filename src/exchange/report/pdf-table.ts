import type { ReportTable } from './report-document.js'
import { BAR, BOLD, INK, LINE, makeRoom, REGULAR, SOFT, widthOf, type Pdf } from './pdf-page.js'

const SIZE = 8.5
const PADDING = 4
const FIRST_SHARE = 0.36
const BAR_HEIGHT = 2.5
/** No letter or digit of the font is wider. */
const WIDEST = 'W'

interface Layout {
  readonly lefts: readonly number[]
  readonly widths: readonly number[]
}

/** Columns of figures share the width evenly, except that no figure is broken: 7.834.630.000 ₫ takes what it needs. */
function layoutOf(pdf: Pdf, columns: number, written: readonly (readonly string[])[]): Layout {
  const first = columns > 1 ? widthOf(pdf) * FIRST_SHARE : widthOf(pdf)
  const rest = widthOf(pdf) - first
  pdf.font(BOLD).fontSize(SIZE)
  const share = rest / (columns - 1)
  const widest = pdf.widthOfString(WIDEST)
  // Measuring a text costs as much as drawing it: what surely fits is not measured.
  const needOf = (text: string): number => {
    const most = text.length * widest + PADDING * 2 + 1
    return most <= share ? most : pdf.widthOfString(text) + PADDING * 2 + 1
  }
  const needs = Array.from({ length: columns - 1 }, (_, index) =>
    Math.max(0, ...written.map((row) => needOf(row[index + 1] ?? ''))),
  )
  const wide = needs.filter((need) => need > share)
  const even = (rest - wide.reduce((sum, need) => sum + need, 0)) / (needs.length - wide.length || 1)
  const widths = [first, ...needs.map((need) => (wide.includes(need) ? need : even))]
  let left = pdf.page.margins.left
  const lefts = widths.map((width) => (left += width) - width)
  return { lefts, widths }
}

/** Whether a text stands in one line of a cell: then nothing needs to look for where it breaks, which takes as long as drawing it. */
const isOneLine = (pdf: Pdf, text: string, width: number): boolean =>
  !text.includes('\n') && pdf.widthOfString(text) <= width

const textWidth = (layout: Layout, column: number): number => (layout.widths[column] ?? 0) - PADDING * 2

function heightOf(pdf: Pdf, texts: readonly string[], layout: Layout): number {
  const heights = texts.map((text, index) => {
    const width = textWidth(layout, index)
    return isOneLine(pdf, text, width) ? pdf.currentLineHeight(true) : pdf.heightOfString(text, { width })
  })
  return Math.max(...heights) + PADDING * 2
}

function drawLine(pdf: Pdf, texts: readonly string[], height: number, layout: Layout, table: ReportTable): void {
  const top = pdf.y
  for (const [index, text] of texts.entries()) {
    const left = (layout.lefts[index] ?? 0) + PADDING
    const width = textWidth(layout, index)
    const isLeft = table.columns[index]?.kind === 'text'
    if (isOneLine(pdf, text, width)) {
      const start = isLeft ? left : left + width - pdf.widthOfString(text)
      pdf.text(text, start, top + PADDING, { lineBreak: false })
    } else pdf.text(text, left, top + PADDING, { width, align: isLeft ? 'left' : 'right' })
  }
  pdf.y = top + height
  pdf.x = pdf.page.margins.left
}

function rule(pdf: Pdf, weight: number): void {
  const { left, right } = pdf.page.margins
  pdf
    .moveTo(left, pdf.y)
    .lineTo(pdf.page.width - right, pdf.y)
    .lineWidth(weight)
    .strokeColor(LINE)
    .stroke()
}

function drawHeadings(pdf: Pdf, table: ReportTable, layout: Layout): void {
  pdf.font(BOLD).fontSize(SIZE).fillColor(INK)
  const labels = table.columns.map(({ label }) => label)
  drawLine(pdf, labels, heightOf(pdf, labels, layout), layout, table)
  rule(pdf, 1)
}

/** A bar under the first cell, readable without colour: its length is the share, its frame the whole. */
function drawBar(pdf: Pdf, share: number, { widths }: Layout): void {
  const width = (widths[0] ?? 0) - PADDING * 2
  const left = pdf.page.margins.left + PADDING
  const top = pdf.y - BAR_HEIGHT - 1
  pdf.rect(left, top, width, BAR_HEIGHT).lineWidth(0.4).strokeColor(LINE).stroke()
  pdf
    .rect(left, top, width * Math.min(Math.max(share, 0), 1), BAR_HEIGHT)
    .fillColor(BAR)
    .fill()
  pdf.fillColor(INK)
}

/**
 * A table with its headings again on every page that it runs over, and what its figures count below it.
 *
 * @param written - Its cells as people read them, by row.
 */
export function drawTable(pdf: Pdf, table: ReportTable, written: readonly (readonly string[])[]): void {
  const layout = layoutOf(pdf, table.columns.length, written)
  makeRoom(pdf, 110)
  pdf.font(BOLD).fontSize(12).fillColor(INK).text(table.title)
  pdf.font(REGULAR).fontSize(SIZE).fillColor(SOFT).text(table.time).moveDown(0.4)
  drawHeadings(pdf, table, layout)
  for (const [index, row] of table.rows.entries()) {
    pdf
      .font(row.isAsked ? BOLD : REGULAR)
      .fontSize(SIZE)
      .fillColor(INK)
    const texts = written[index] ?? []
    const height = heightOf(pdf, texts, layout)
    if (makeRoom(pdf, height + BAR_HEIGHT + 2)) {
      drawHeadings(pdf, table, layout)
      pdf.font(row.isAsked ? BOLD : REGULAR)
    }
    drawLine(pdf, texts, height, layout, table)
    if (row.bar !== undefined) {
      pdf.y += BAR_HEIGHT
      drawBar(pdf, row.bar, layout)
    }
    rule(pdf, 0.3)
  }
  const whole = { width: widthOf(pdf) }
  pdf.font(REGULAR).fontSize(7.5)
  if (!makeRoom(pdf, pdf.heightOfString(table.definition, whole) + 8)) pdf.moveDown(0.3)
  pdf.font(REGULAR).fontSize(7.5).fillColor(SOFT).text(table.definition, whole)
  pdf.moveDown(1.4)
}
