import { renderSVG } from 'uqr'

/** A QR code as SVG markup of our own making, with the quiet zone of four modules that scanners need. */
export const qrSvg = (text: string): string => renderSVG(text, { ecc: 'M', border: 4 })
