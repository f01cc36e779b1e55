import type { Palette } from './palettes.js'
import { around, circle, line, path, several } from './shapes.js'

const CENTER = { x: 200, y: 178 }
const BAND = { top: 348, height: 52 }

const centered = (content: string): string => `<g transform="translate(${CENTER.x} ${CENTER.y})">${content}</g>`

const ray = (turn: number, half: number, reach: number): string => {
  const point = (degrees: number) => {
    const angle = (degrees * Math.PI) / 180
    return `${Math.round(reach * Math.cos(angle))} ${Math.round(reach * Math.sin(angle))}`
  }
  return `M0 0L${point(turn - half)}L${point(turn + half)}Z`
}

/** What lies on the field behind the disc: rays of the sun, rings of the bronze drum, waves, or terraced fields. */
const fields = {
  sun: ({ tone }: Palette) =>
    centered(
      path(
        several(20, (index) => ray(index * 18, 4.5, 420)),
        tone,
      ),
    ),
  drum: ({ tone }: Palette) =>
    centered(
      several(
        3,
        (index) => `<circle r="${170 + index * 34}" fill="none" stroke="${tone}" stroke-width="${12 - index * 3}"/>`,
      ) + around(32, 187, (x, y) => circle(x, y, 4.5, tone)),
    ),
  sea: ({ tone }: Palette) =>
    several(7, (row) => {
      const shift = row % 2 === 0 ? 0 : -40
      return line(`M${shift} ${40 + row * 48}${several(6, () => 'q20-22 40 0t40 0')}`, tone, 7)
    }),
  terraces: ({ tone, deep }: Palette) =>
    path('M0 250Q90 205 210 236T400 214V400H0z', tone) +
    line('M0 276Q100 236 215 262T400 244M0 302Q110 268 225 288T400 274M0 328q120-28 230-14t170-8', deep, 3),
} as const satisfies Record<string, (palette: Palette) => string>

export type FieldName = keyof typeof fields

const diamond = (x: number, y: number, r: number, fill: string): string =>
  path(`M${x - r} ${y}l${r}-${r} ${r} ${r}-${r} ${r}z`, fill)

/** The woven band at the foot, after brocade of the highlands. */
const bands: readonly ((palette: Palette) => string)[] = [
  ({ accent, disc }) =>
    several(
      9,
      (index) =>
        diamond(index * 50, 26, 18, accent) + diamond(index * 50, 26, 8, disc) + diamond(index * 50 + 25, 26, 5, disc),
    ),
  ({ accent, disc }) =>
    line(`M-10 38${several(11, () => 'l20-24 20 24')}`, accent, 6) +
    several(11, (index) => diamond(index * 40 - 10, 14, 5, disc)),
  ({ accent, disc }) =>
    several(
      7,
      (index) =>
        path(`M${index * 66} 26l12-12v7h9v-9h9v9h9v-7l12 12-12 12v-7h-9v9h-9v-9h-9v7z`, accent) +
        diamond(index * 66 + 25, 26, 4, disc),
    ),
  ({ accent, disc }) => several(14, (index) => path(`M${index * 30} 42l15-30 15 30z`, index % 2 === 0 ? accent : disc)),
  ({ accent, disc }) =>
    several(
      11,
      (index) =>
        circle(index * 40, 26, 13, accent) + circle(index * 40, 26, 6, disc) + diamond(index * 40 + 20, 26, 4, disc),
    ),
]

export const BAND_COUNT = bands.length

const drawBand = (palette: Palette, kind: number): string =>
  `<g transform="translate(0 ${BAND.top})"><path fill="${palette.deep}" d="M0 0h400v${BAND.height}H0z"/>` +
  (bands[kind % bands.length]?.(palette) ?? '') +
  `<path fill="${palette.disc}" d="M0 0h400v3H0z"/></g>`

/** The disc that the motif stands on, with a ring of beads, teeth or strokes. */
const rims: readonly ((palette: Palette) => string)[] = [
  ({ accent }) => around(40, 146, (x, y) => circle(x, y, 3.4, accent)),
  ({ accent }) =>
    around(36, 141, (x, y, turn) =>
      `<path fill="${accent}" d="m0-13 5.500 13h-11z" transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn})"/>`.replace(
        '5.500',
        '5.5',
      ),
    ),
  ({ accent }) => `<circle r="146" fill="none" stroke="${accent}" stroke-width="9" stroke-dasharray="3 8.47"/>`,
  ({ accent }) =>
    `<circle r="143" fill="none" stroke="${accent}" stroke-width="3"/><circle r="150" fill="none" stroke="${accent}" stroke-width="1.5"/>`,
]

export const RIM_COUNT = rims.length

/** Draws everything but the motif, and the motif on top of it. */
export const compose = (
  palette: Palette,
  look: { field: FieldName; rim: number; band: number },
  motif: string,
): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">` +
  `<path fill="${palette.ground}" d="M0 0h400v400H0z"/>` +
  fields[look.field](palette) +
  centered(circle(0, 0, 136, palette.disc) + (rims[look.rim % rims.length]?.(palette) ?? '') + motif) +
  drawBand(palette, look.band) +
  `</svg>`
