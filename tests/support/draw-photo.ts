import sharp from 'sharp'

/** A photo as a camera might make it: a JPEG of so many pixels, with something to see. */
export function drawPhoto(width: number, height: number): Promise<Buffer> {
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#f3c451"/><stop offset="1" stop-color="#7a3b12"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/><circle cx="50%" cy="45%" r="25%" fill="#fff3"/>
    <circle cx="50%" cy="55%" r="18%" fill="#4b2a12"/></svg>`
  return sharp(Buffer.from(scene)).jpeg().toBuffer()
}

/** A small file that claims to be a JPEG of so many pixels. */
export async function claimPixels(width: number, height: number): Promise<Buffer> {
  const bytes = await sharp(await drawPhoto(300, 300))
    .jpeg({ progressive: false })
    .toBuffer()
  const frame = bytes.indexOf(Buffer.from('ffc0', 'hex'))
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  return bytes
}
