/** Natural colours, shared by all motifs so that covers look like prints from one set of blocks. */
export const ink = {
  leaf: '#3d7f3f',
  leafDark: '#27592f',
  leafLight: '#86b653',
  laterite: '#b0442a',
  red: '#c0351f',
  redDark: '#8c2416',
  orange: '#e2812a',
  orangeDark: '#b95a17',
  gold: '#f0b432',
  goldDark: '#c98a16',
  cream: '#fdf3dc',
  creamDark: '#ead6ac',
  brown: '#6b3d22',
  brownDark: '#462415',
  clay: '#a85a35',
  clayDark: '#7a3c22',
  purple: '#6a2c5c',
  purpleDark: '#431b3d',
  pink: '#e58a9b',
  pinkDark: '#c45470',
  sea: '#3f7f92',
  seaDark: '#265866',
  silver: '#c3ced2',
  silverDark: '#8499a1',
  dark: '#2a1c17',
} as const

const round = (value: number): number => Math.round(value * 10) / 10

export const path = (d: string, fill: string): string => `<path fill="${fill}" d="${d}"/>`

export const line = (d: string, stroke: string, width: number): string =>
  `<path fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" d="${d}"/>`

export const circle = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}"/>`

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"/>`

/** Moves, turns (degrees) and scales what is drawn around the origin. */
export function at(x: number, y: number, content: string, turn = 0, scale = 1): string {
  const parts = [`translate(${round(x)} ${round(y)})`]
  if (turn !== 0) parts.push(`rotate(${round(turn)})`)
  if (scale !== 1) parts.push(`scale(${scale})`)
  return `<g transform="${parts.join(' ')}">${content}</g>`
}

/** Mirrors left and right. */
export const mirrored = (content: string): string => `<g transform="scale(-1 1)">${content}</g>`

/** `count` things, each by its number. */
export const several = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

/** Points evenly on a circle, from the top clockwise. */
export const around = (count: number, radius: number, draw: (x: number, y: number, turn: number) => string): string =>
  several(count, (index) => {
    const turn = (360 / count) * index
    const angle = ((turn - 90) * Math.PI) / 180
    return draw(radius * Math.cos(angle), radius * Math.sin(angle), turn)
  })

/** A leaf from the origin to the right, one half in shade. */
export function leaf(length: number, width: number, light: string = ink.leaf, dark: string = ink.leafDark): string {
  const bow = (side: number) => `M0 0Q${round(length * 0.42)} ${round(side * width)} ${length} 0Z`
  return path(bow(-1), light) + path(bow(1), dark) + line(`M0 0H${round(length * 0.86)}`, light, 1.5)
}

/** A round fruit with its shaded side and a spark of light. */
export const ball = (x: number, y: number, r: number, light: string, dark: string): string =>
  circle(x, y, r, dark) +
  ellipse(x - r * 0.13, y - r * 0.13, r * 0.84, r * 0.84, light) +
  ellipse(x - r * 0.42, y - r * 0.45, r * 0.16, r * 0.11, ink.cream)

/** A bottle of height 190 standing on y = 95, with its label. */
export const bottle = (glass: string, glassDark: string, label: string, mark: string): string =>
  path('M-15-95h30v42c0 16 27 24 27 52V84q0 11-11 11h-62q-11 0-11-11V-1c0-28 27-36 27-52z', glass) +
  path('M4-95h11v42c0 16 27 24 27 52V84q0 11-11 11H12z', glassDark) +
  path('M-18-104h36v17h-36z', mark) +
  path('M-42 8h84v58h-84z', label) +
  line('M-34 16h68M-34 58h68', mark, 2.5)

/** A glazed jar of height 170 standing on y = 90. */
export const jar = (glaze: string, glazeDark: string, band: string): string =>
  path('M-40-78h80l8 18c26 18 34 44 30 76-4 34-18 56-34 74h-88c-16-18-30-40-34-74-4-32 4-58 30-76z', glaze) +
  path('M12-78h28l8 18c26 18 34 44 30 76-4 34-18 56-34 74H14c18-46 20-112-2-168z', glazeDark) +
  line('M-72-6q72 22 144 0M-76 14q76 24 152 0', band, 4)
