import type { PictureTools } from './load-sharp.js'

/** Two characters that differ wherever there are letters for Vietnamese: a letter, and one that no font has. */
const LETTER = 'ẫ'
const NO_LETTER = '\u{10fffd}'

const sample = (text: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="32" font-size="32" font-family="sans-serif">${text}</text></svg>`,
  )

let hasLetters: Promise<boolean> | null = null

/** True when this machine has a font for Vietnamese; without one every letter would be an empty box. */
function knowsLetters({ open }: PictureTools): Promise<boolean> {
  const pixels = (text: string) => open(sample(text)).raw().toBuffer()
  hasLetters ??= Promise.all([pixels(LETTER), pixels(NO_LETTER), pixels('')]).then(
    ([letter, none, empty]) => !letter.equals(none) && !letter.equals(empty),
  )
  return hasLetters
}

/** Draws an SVG of our own making as a PNG; null when it has words and this machine has no letters for them. */
export async function toPng(tools: PictureTools, svg: string): Promise<Buffer | null> {
  if (svg.includes('<text') && !(await knowsLetters(tools))) return null
  return tools.open(Buffer.from(svg)).png({ palette: true, quality: 90, effort: 4 }).toBuffer()
}
