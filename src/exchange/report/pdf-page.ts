import { fileURLToPath } from 'node:url'
import { PACKAGE_DATA } from '../package-data.js'
import type { loadPdfKit } from './load-pdfkit.js'

export type Pdf = InstanceType<Awaited<ReturnType<typeof loadPdfKit>>>

const font = (name: string): string => fileURLToPath(new URL(`fonts/${name}`, PACKAGE_DATA))

/** A4 in points, with the margins of Decree 30/2020/NĐ-CP: 20 mm above and below, 30 mm left, 15 mm right. */
export const PAGE = { size: 'A4', margins: { top: 57, bottom: 57, left: 85, right: 43 } } as const

export const INK = '#1f2430'
export const SOFT = '#565b66'
export const LINE = '#9a9ea8'
export const BAR = '#2b3a7a'

export const REGULAR = 'regular'
export const BOLD = 'bold'

/** Fonts with all Vietnamese letters; without them a PDF shows gaps where letters should be. */
export function registerFonts(pdf: Pdf): void {
  pdf.registerFont(REGULAR, font('be-vietnam-pro-regular.ttf'))
  pdf.registerFont(BOLD, font('be-vietnam-pro-bold.ttf'))
}

/** The width between the margins. */
export const widthOf = ({ page }: Pdf): number => page.width - page.margins.left - page.margins.right

/** Begins a new page when fewer points than this are left on the one at hand; true when it did. */
export function makeRoom(pdf: Pdf, height: number): boolean {
  if (pdf.y + height <= pdf.page.height - pdf.page.margins.bottom) return false
  pdf.addPage()
  return true
}
