import type { Classification } from '../../catalog/product.js'
import type { GroupCode } from '../../catalog/product-groups.js'
import { BAND_COUNT, compose, RIM_COUNT } from './backdrop.js'
import { chooseMotif, groupMotif, type Motif } from './choose-motif.js'
import { palettes } from './palettes.js'
import { mirrored } from './shapes.js'

/** FNV-1a over the name's UTF-16 units: the same name always draws the same cover. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const unit of text) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}

const pick = <T>(choices: readonly [T, ...T[]] | readonly T[], seed: number): T => choices[seed % choices.length] as T

function print(motif: Motif, seed: string): string {
  const look = hash(seed)
  const drawing = pick(motif.drawings, look >>> 20)()
  const palette = palettes[pick(motif.palettes, look)]
  return compose(
    palette,
    { field: pick(motif.fields, look >>> 4), rim: (look >>> 9) % RIM_COUNT, band: (look >>> 13) % BAND_COUNT },
    (look >>> 17) % 2 === 0 ? drawing : mirrored(drawing),
  )
}

/** Draws the cover of a product from its name and its place in the programme's groups: an SVG file, 400 by 400. */
export const drawCover = (name: string, classification: Classification | null): string =>
  print(chooseMotif(name, classification), name)

/** Draws the picture of one of the six groups. */
export function drawGroupCover(code: GroupCode): string {
  const { drawings, fields, palettes: names } = groupMotif(code)
  const [drawing, field, name] = [drawings[0], fields[0], names[0]]
  return drawing && field && name ? compose(palettes[name], { field, rim: 1, band: 0 }, drawing()) : ''
}
