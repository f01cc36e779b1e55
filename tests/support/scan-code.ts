import jsQR from 'jsqr'
import sharp from 'sharp'

/** The package calls itself the default of a module; under Node it is the function. */
const readCode = jsQR as unknown as typeof jsQR.default

/** What a scanner reads from a picture of a code, held at an angle. */
export async function scanCode(picture: Buffer, angle = 0): Promise<string | null> {
  const { data, info } = await sharp(picture)
    .rotate(angle, { background: '#ffffff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return readCode(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null
}
