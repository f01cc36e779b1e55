import { renderSVG } from 'uqr'

/** A QR code as SVG with the white border that scanners need; it grows to whatever size it is given. */
export const qrSvg = (text: string): string => renderSVG(text, { ecc: 'M', border: 4 })
