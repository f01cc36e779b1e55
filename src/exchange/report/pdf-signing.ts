import { BOLD, INK, makeRoom, REGULAR, SOFT, widthOf, type Pdf } from './pdf-page.js'
import type { ReportDocument } from './report-document.js'

/** Both blocks with room for a signature and a seal, and who receives it. */
const HEIGHT = 190
const ROOM = 78
const SIZE = 10

/** Room for the two who sign, side by side, and for who receives the report; never cut by the end of a page. */
export function drawSigning(pdf: Pdf, { words: { signing } }: ReportDocument): void {
  makeRoom(pdf, HEIGHT)
  const gap = 24
  const width = (widthOf(pdf) - gap) / 2
  const { left } = pdf.page.margins
  const top = pdf.y + 10
  for (const [at, signer] of [
    [left, signing.maker],
    [left + width + gap, signing.head],
  ] as const) {
    const centered = { width, align: 'center' } as const
    pdf.font(BOLD).fontSize(SIZE).fillColor(INK).text(signer.title, at, top, centered)
    pdf.font(REGULAR).fontSize(8).fillColor(SOFT).text(signer.how, at, pdf.y, centered)
    pdf
      .fontSize(SIZE)
      .fillColor(INK)
      .text(signing.name, at, top + ROOM, centered)
  }
  pdf.y += 16
  pdf.font(BOLD).fontSize(9).text(signing.recipients, left, pdf.y, { width })
  pdf.font(REGULAR).text(signing.lines.join('\n'), left, pdf.y, { width })
  pdf.x = left
}
