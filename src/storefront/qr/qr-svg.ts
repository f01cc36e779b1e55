import { renderSVG } from 'uqr'
import { QR } from './qr-shape.js'

/** A QR code as SVG; it grows to whatever size it is given. */
export const qrSvg = (text: string): string => renderSVG(text, QR)

/** The same as an address that a page can show at once, without asking for it. */
export const qrAddress = (text: string): string => `data:image/svg+xml,${encodeURIComponent(qrSvg(text))}`
