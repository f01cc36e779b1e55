import type { ReportTable } from './report-document.js'
import { BAR, BOLD, INK, LINE, makeRoom, REGULAR, SOFT, widthOf, type Pdf } from './pdf-page.js'

const SIZE = 8.5
const PADDING = 4
const FIRST_SHARE = 0.36
const BAR_HEIGHT = 2.5

interface Layout {
  readonly lefts: readonly number[]
  readonly widths: readonly number[]
}

/** Columns of figures share the width evenly, except that no figure is broken: 7.834.630.000 ₫ takes what it needs. */
function layoutOf(pdf: Pdf, columns: number, written: readonly (readonly string[])[]): Layout {
  const first = columns > 1 ? widthOf(pdf) * FIRST_SHARE : widthOf(pdf)
  const rest = widthOf(pdf) - first
  pdf.font(BOLD).fontSize(SIZE)
  const needs = Array.from({ length: columns - 1 }, (_, index) =>
    Math.max(0, ...written.map((row) => pdf.widthOfString(row[index + 1] ?? '') + PADDING * 2 + 1)),
  )
  const wide = needs.filter((need) => need > rest / needs.length)
  const even = (rest - wide.reduce((sum, need) => sum + need, 0)) / (needs.length - wide.length || 1)
  const widths = [first, ...needs.map((need) => (wide.includes(need) ? need : even))]
  let left = pdf.page.margins.left
  const lefts = widths.map((width) => (left += width) - width)
  return { lefts, widths }
}

function heightOf(pdf: Pdf, texts: readonly string[], { widths }: Layout): number {
  const heights = texts.map((text, index) => pdf.heightOfString(text, { width: (widths[index] ?? 0) - PADDING * 2 }))
  return Math.max(...heights) + PADDING * 2
}

function drawLine(pdf: Pdf, texts: readonly string[], layout: Layout, table: ReportTable): number {
  const height = heightOf(pdf, texts, layout)
  const top = pdf.y
  for (const [index, text] of texts.entries())
    pdf.text(text, (layout.lefts[index] ?? 0) + PADDING, top + PADDING, {
      width: (layout.widths[index] ?? 0) - PADDING * 2,
      align: table.columns[index]?.kind === 'text' ? 'left' : 'right',
    })
  pdf.y = top + height
  pdf.x = pdf.page.margins.left
  return height
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
  drawLine(
    pdf,
    table.columns.map(({ label }) => label),
    layout,
    table,
  )
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
    if (makeRoom(pdf, heightOf(pdf, texts, layout) + BAR_HEIGHT + 2)) drawHeadings(pdf, table, layout)
    pdf.font(row.isAsked ? BOLD : REGULAR).fontSize(SIZE)
    drawLine(pdf, texts, layout, table)
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
