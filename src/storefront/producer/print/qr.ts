import { renderSVG } from 'uqr'

/** A QR code as the address of a picture, with the quiet zone of four modules that scanners need. */
export const qrPicture = (text: string): string =>
  `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { ecc: 'M', border: 4 }))}`
