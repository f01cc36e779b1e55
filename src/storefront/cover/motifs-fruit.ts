import { around, at, ball, circle, ellipse, ink, leaf, line, path, several } from './shapes.js'

/** Durian: the spiky fruit with one chamber open. */
export const durian = (): string =>
  line('M0-84v-28', ink.brown, 14) +
  around(
    30,
    88,
    (x, y, turn) =>
      `<path fill="#7d8f3a" d="m0-20 11 20h-22z" transform="translate(${x.toFixed(1)} ${(y * 1.06 + 8).toFixed(1)}) rotate(${turn})"/>`,
  ) +
  ellipse(0, 8, 90, 95, '#93a548') +
  ellipse(14, 14, 74, 82, '#7d8f3a') +
  around(12, 60, (x, y, turn) =>
    turn > 40 && turn < 150
      ? ''
      : `<path fill="#b4c06a" d="m0-12 9 15h-18z" transform="translate(${x.toFixed(1)} ${(y + 6).toFixed(1)}) rotate(${turn})"/>`,
  ) +
  path('M-4-58C58-30 62 62 6 90-26 46-26-16-4-58z', ink.cream) +
  path('M2-38c30 14 34 48 6 62-18-18-22-42-6-62z', ink.gold) +
  path('M4 16c28 4 30 44 4 58-18-16-20-40-4-58z', '#f6c95a') +
  line('M8-28q14 18 6 42M10 28q12 14 4 32', ink.goldDark, 3)

export const mango = (): string =>
  line('M-6-86q2-18 18-24', ink.brown, 8) +
  at(6, -92, leaf(96, 36), 22) +
  at(0, -90, leaf(92, 34), 160) +
  path('M-20-84C54-92 96-30 82 26 70 78 24 104-18 92-76 76-92 12-70-36-58-64-44-80-20-84z', ink.orange) +
  path('M-20-84C-76-72-92-30-84 20-74 74-30 98 10 92-40 60-50-30-20-84z', '#f4c04a') +
  path('M-8-62c-30 12-44 40-42 72 8-30 22-52 48-66z', '#fbdc8a')

export const avocado = (): string => {
  const half =
    path('M0-88c28 0 30 38 46 66 24 44 2 96-46 96s-70-52-46-96C-30-50-28-88 0-88z', ink.leafDark) +
    path('M0-76c20 0 22 34 36 60 20 38 2 78-36 78s-56-40-36-78c14-26 16-60 36-60z', '#cfd87a') +
    path('M0-58c12 0 14 26 24 46 16 30 2 62-24 62S-40 18-24-12C-14-32-12-58 0-58z', '#eef0b4')
  return (
    at(0, -82, leaf(90, 36), -20) +
    at(-44, 4, half, -14) +
    at(46, 10, half, 12) +
    ball(48, 34, 25, ink.clay, ink.brown) +
    ellipse(-40, 34, 22, 23, '#c9cf86')
  )
}

const slice = (r: number, rind: string, flesh: string, light: string): string =>
  circle(0, 0, r, rind) +
  circle(0, 0, r * 0.9, ink.cream) +
  around(9, 0, (_x, _y, turn) =>
    at(0, 0, path(`M0-${r * 0.12}L${r * 0.24}-${r * 0.72}Q0-${r * 0.92}-${r * 0.24}-${r * 0.72}Z`, flesh), turn),
  ) +
  circle(0, 0, r * 0.07, light)

const citrus = (light: string, dark: string, flesh: string) => (): string =>
  at(-30, -66, leaf(98, 40), -22) +
  at(-30, -66, leaf(80, 34), -140) +
  ball(-32, 2, 66, light, dark) +
  path('M-40-62q8-6 18 0l-4 10h-10z', ink.leafDark) +
  at(52, 42, slice(56, light, flesh, ink.cream))

export const orange = citrus('#f2942f', ink.orangeDark, '#f7b155')
export const lime = citrus('#8fb944', '#55892f', '#cfe08a')
export const pomelo = citrus('#c5cf5d', '#8b9c38', '#f0a79a')

export const passionFruit = (): string =>
  at(-20, -60, leaf(96, 50), -30) +
  ball(-38, -4, 60, '#7d3a72', ink.purpleDark) +
  at(
    48,
    40,
    circle(0, 0, 62, ink.purpleDark) +
      circle(0, 0, 54, ink.cream) +
      circle(0, 0, 45, ink.gold) +
      around(9, 28, (x, y, turn) => at(x, y, ellipse(0, 0, 6, 10, ink.dark), turn)) +
      around(4, 10, (x, y, turn) => at(x, y, ellipse(0, 0, 5, 8, ink.dark), turn)),
  )

export const banana = (): string => {
  const finger =
    path('M0 0c46 30 66 94 28 150-10 4-18 0-22-8C24 92 8 40-22 14z', ink.gold) +
    path('M0 0c46 30 66 94 28 150-4 2-8 2-10 0C40 96 28 44-8 8z', ink.goldDark)
  return (
    [34, 12, -12, -36].map((turn, index) => at(-34 + index * 16, -84 + index * 3, finger, turn, 1.1)).join('') +
    path('M-52-104q24-14 50 0l26 24q-30 26-70 6z', ink.leafDark)
  )
}

export const pineapple = (): string =>
  [-62, -34, -12, 12, 34, 62]
    .map((turn) => at(0, -36, leaf(82 - Math.abs(turn) * 0.3, 24, ink.leafLight, ink.leaf), turn - 90))
    .join('') +
  path('M0-46c50 0 66 44 62 84S38 108 0 108s-58-30-62-70 12-84 62-84z', ink.orange) +
  path('M8-46c44 4 58 46 54 84S38 108 4 108c44-38 38-118 4-154z', ink.orangeDark) +
  line('M-54-8 36 98M-38-34 58 72M-8-46 64 30M-62 34-2 106M54-8-36 98M38-34-58 72M8-46-64 30M62 34 2 106', '#f7cf6b', 3)

export const melon = (): string =>
  line('M-34-72q-4-24 16-34', ink.leafDark, 9) +
  at(-22, -86, leaf(76, 42), 6) +
  ball(-26, 2, 76, '#b9c77a', '#84974c') +
  line(
    'M-26-72q-34 70 0 148M-26-72q36 72 2 148M-92-30q66 26 132 0M-98 10q72 28 146 0M-86 46q60 22 120 0',
    ink.cream,
    2.5,
  ) +
  path('M4 96Q4 24 70-2 122 40 100 92 50 118 4 96z', '#84974c') +
  path('M14 92Q18 34 70 10 108 42 92 86 52 106 14 92z', '#f1a44b') +
  several(5, (index) => at(48 + index * 7, 66 - index * 6, ellipse(0, 0, 4, 7, ink.cream), 40))

export const custardApple = (): string =>
  line('M0-70v-30', ink.brown, 10) +
  at(0, -84, leaf(96, 38), -14) +
  at(0, -84, leaf(90, 36), -168) +
  path('M0-78c62-12 98 40 82 92S28 100 0 106c-28-6-66-40-82-92S-62-90 0-78z', ink.leaf) +
  [0, 1, 2, 3, 4]
    .map((row) =>
      several(5 - Math.abs(row - 1.5 > 2 ? 2 : 0), (column) =>
        ellipse(
          -58 + column * 29 + (row % 2) * 12,
          -46 + row * 32,
          15,
          14,
          row + column < 4 ? '#a5c766' : ink.leafLight,
        ),
      ),
    )
    .join('')

const bunch = (light: string, dark: string, hair: string | null) => (): string => {
  const spots: readonly (readonly [number, number])[] = [
    [-44, -20],
    [0, -34],
    [44, -18],
    [-66, 26],
    [-22, 14],
    [24, 16],
    [66, 28],
    [-42, 62],
    [4, 58],
    [44, 66],
  ]
  const one = (x: number, y: number) =>
    (hair === null ? '' : around(14, 28, (dx, dy, turn) => at(x + dx, y + dy, line('M0 4V-7', hair, 3), turn))) +
    ball(x, y, 27, light, dark)
  return (
    at(0, -60, leaf(98, 36), -16) +
    at(0, -60, leaf(98, 36), -164) +
    line('M0-104v60M0-50-44-24M0-50l44 30', ink.brown, 6) +
    spots.map(([x, y]) => one(x, y)).join('')
  )
}

export const longan = bunch('#d2a765', '#9d7136', null)
export const rambutan = bunch('#d3432f', ink.redDark, '#e9a24a')

export const mangosteen = (): string =>
  at(-26, -62, leaf(94, 38), -24) +
  ball(-34, 0, 64, '#7a2f57', ink.purpleDark) +
  path('M-66-52q32-28 64 0l-8 14-10-8-14 12-14-12-10 8z', ink.leaf) +
  at(
    48,
    44,
    circle(0, 0, 58, ink.purpleDark) +
      circle(0, 0, 48, '#a3446c') +
      around(6, 17, (x, y, turn) => at(x, y, ellipse(0, 0, 14, 19, ink.cream), turn)),
  )

export const mulberry = (): string => {
  const berry = [-1, 0, 1]
    .map((column) =>
      several(5 - Math.abs(column), (row) =>
        ball(
          column * 17,
          -34 + row * 20 + Math.abs(column) * 10,
          13,
          column < 0 ? '#7c2a52' : '#55203f',
          ink.purpleDark,
        ),
      ),
    )
    .join('')
  return (
    line('M-90-70Q0-100 92-78', ink.brown, 7) +
    at(-40, -82, leaf(92, 54), 138) +
    at(40, -84, leaf(92, 54), 42) +
    line('M-26-86v50M34-86v60', ink.leafDark, 5) +
    at(-28, 0, berry, 6, 1.2) +
    at(38, 18, berry, -8, 1.2)
  )
}

export const dragonFruit = (): string =>
  [
    [-70, -30, -150],
    [-78, 14, 176],
    [-52, 56, 140],
    [62, -40, -40],
    [78, 6, -6],
    [60, 52, 36],
    [0, -86, -90],
    [-34, -74, -118],
    [34, -76, -62],
  ]
    .map(([x = 0, y = 0, turn = 0]) => at(x * 0.7, y * 0.8 + 4, leaf(62, 20, ink.leafLight, '#d9527c'), turn))
    .join('') +
  ellipse(0, 10, 74, 86, '#cf3f70') +
  ellipse(-6, 6, 64, 78, '#e05a86') +
  ellipse(0, 16, 54, 64, ink.cream) +
  [-1, 0, 1]
    .map((column) => several(6, (row) => ellipse(column * 26 + (row % 2) * 10 - 5, -30 + row * 19, 3.2, 4.2, ink.dark)))
    .join('')

/** For fruit without a picture of its own: a bowl of several. */
export const fruit = (): string =>
  at(30, -58, leaf(72, 30), -40) +
  ball(-48, -4, 44, '#8fb944', '#55892f') +
  ball(46, -8, 46, '#f2942f', ink.orangeDark) +
  ball(0, -34, 46, ink.red, ink.redDark) +
  path('M-100 22h200c-4 46-34 74-62 78h-76c-28-4-58-32-62-78z', ink.sea) +
  path('M10 22h90c-4 46-34 74-62 78H-2c14-24 16-50 12-78z', ink.seaDark) +
  line('M-84 44q21 18 42 0t42 0 42 0 42 0', ink.cream, 4)

export const tomato = (): string =>
  ball(-40, 16, 62, '#d8452c', ink.redDark) +
  ball(54, 38, 48, '#e35a36', ink.redDark) +
  [
    [-40, -42, 1],
    [54, -6, 0.8],
  ]
    .map(([x = 0, y = 0, scale = 1]) =>
      at(
        x,
        y,
        around(5, 0, (_x, _y, turn) => at(0, 0, leaf(40, 14), turn - 90)),
        0,
        scale,
      ),
    )
    .join('')
