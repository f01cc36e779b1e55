import { BOLD, INK, makeRoom, REGULAR, SOFT, widthOf, type Pdf } from './pdf-page.js'
import type { ReportDocument } from './report-document.js'

const HEIGHT = 130
const SIZE = 9.5

/** Room for the two who sign, side by side, never cut by the end of a page. */
export function drawSigning(pdf: Pdf, { words: { signing } }: ReportDocument): void {
  makeRoom(pdf, HEIGHT)
  const gap = 24
  const width = (widthOf(pdf) - gap) / 2
  const { left } = pdf.page.margins
  const right = left + width + gap
  const centered = { width, align: 'center' } as const
  const top = pdf.y + 10
  pdf.font(REGULAR).fontSize(SIZE).fillColor(INK).text(signing.place, right, top, centered)
  const below = pdf.y + 4
  for (const [at, name] of [
    [left, signing.maker],
    [right, signing.head],
  ] as const) {
    pdf.font(BOLD).fontSize(SIZE).fillColor(INK).text(name, at, below, centered)
    pdf.font(REGULAR).fontSize(8).fillColor(SOFT).text(signing.how, at, pdf.y, centered)
  }
  pdf.x = left
  pdf.y = top + HEIGHT - 10
}
