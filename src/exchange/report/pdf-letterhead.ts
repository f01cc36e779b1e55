import { BOLD, INK, REGULAR, widthOf, type Pdf } from './pdf-page.js'
import type { ReportDocument } from './report-document.js'

const SIZE = 10
const GAP = 12
/** The left column, of who writes, takes this part of the width. */
const LEFT_SHARE = 0.42

interface Line {
  readonly text: string
  readonly isBold?: boolean
  /** A rule under it, of this part of the column. */
  readonly rule?: number
}

/** Lines under one another, each centered in a column; gives where it ends. */
function drawColumn(pdf: Pdf, lines: readonly Line[], left: number, top: number, width: number): number {
  pdf.y = top
  for (const { text, isBold = false, rule } of lines) {
    pdf
      .font(isBold ? BOLD : REGULAR)
      .fontSize(SIZE)
      .fillColor(INK)
    pdf.text(text, left, pdf.y, { width, align: 'center' })
    if (rule === undefined) continue
    const half = (width * rule) / 2
    const middle = left + width / 2
    pdf
      .moveTo(middle - half, pdf.y + 1)
      .lineTo(middle + half, pdf.y + 1)
      .lineWidth(0.7)
      .strokeColor(INK)
      .stroke()
    pdf.y += 5
  }
  return pdf.y
}

/**
 * The head of an official report: who writes and under which number, the country and its motto, place and day, what kind
 * of document it is, and its title (Decree 30/2020/NĐ-CP, appendix I). What nobody has stated is left as dots.
 */
export function drawLetterhead(pdf: Pdf, { issuer, words: { official } }: ReportDocument): void {
  const { left } = pdf.page.margins
  const top = pdf.y
  const whole = widthOf(pdf)
  const width = whole * LEFT_SHARE - GAP / 2
  const writer: readonly Line[] = [
    { text: official.superior },
    { text: issuer ?? official.unit, isBold: true, rule: 0.4 },
    { text: official.number },
  ]
  const nation: readonly Line[] = [
    { text: official.nation, isBold: true },
    { text: official.motto, isBold: true, rule: 0.6 },
    { text: official.place },
  ]
  const leftEnd = drawColumn(pdf, writer, left, top, width)
  const rightEnd = drawColumn(pdf, nation, left + width + GAP, top, whole - width - GAP)
  pdf.x = left
  pdf.y = Math.max(leftEnd, rightEnd) + 22
  const centered = { width: whole, align: 'center' } as const
  pdf.font(BOLD).fontSize(14).text(official.kind, left, pdf.y, centered)
  pdf.fontSize(13).text(official.about, left, pdf.y, centered)
  const middle = left + whole / 2
  pdf
    .moveTo(middle - 60, pdf.y + 3)
    .lineTo(middle + 60, pdf.y + 3)
    .lineWidth(0.7)
    .strokeColor(INK)
    .stroke()
  pdf.y += 18
}
