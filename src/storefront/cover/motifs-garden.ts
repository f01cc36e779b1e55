import { around, at, ball, circle, ellipse, ink, leaf, line, mirrored, path, several } from './shapes.js'

const petal = (length: number, width: number, light: string, dark: string): string =>
  path(
    `M0 0C${-width}-${length * 0.3} ${-width * 0.7}-${length * 0.8} 0-${length} ${width * 0.7}-${length * 0.8} ${width}-${length * 0.3} 0 0z`,
    light,
  ) +
  path(
    `M0 0C${width * 0.3}-${length * 0.4} ${width * 0.3}-${length * 0.7} 0-${length} ${width * 0.7}-${length * 0.8} ${width}-${length * 0.3} 0 0z`,
    dark,
  )

/** Lotus over its round leaf. */
export const lotus = (): string =>
  ellipse(0, 74, 104, 26, ink.leafDark) +
  ellipse(-6, 70, 94, 21, ink.leaf) +
  line('M-6 70h90M-6 70-84 62M-6 70l40-16M-6 70l50 14M-6 70l-50 14', ink.leafLight, 2.5) +
  [-78, 78, -54, 54].map((turn) => at(0, 58, petal(112, 40, ink.pink, ink.pinkDark), turn)).join('') +
  [-28, 28].map((turn) => at(0, 60, petal(134, 44, '#f0a5b1', ink.pink), turn)).join('') +
  at(0, 62, petal(146, 46, '#f8c8cd', '#f0a5b1')) +
  [-52, 52].map((turn) => at(0, 66, petal(84, 34, '#f8c8cd', ink.pink), turn)).join('')

/** Tea: two leaves and a bud above a cup. */
export const tea = (): string =>
  line('M0 24Q-4-30 0-66', ink.leafDark, 6) +
  at(0, -10, leaf(104, 48), -32) +
  at(0, -10, leaf(104, 48), -148) +
  at(0, -52, leaf(62, 22, ink.leafLight, ink.leaf), -84) +
  at(0, -30, leaf(70, 32, ink.leafLight, ink.leaf), -120) +
  at(0, -30, leaf(70, 32, ink.leafLight, ink.leaf), -58) +
  path('M-74 30H74c0 44-28 70-48 74h-52c-20-4-48-30-48-74z', ink.cream) +
  path('M14 30h60c0 44-28 70-48 74H4c14-20 16-48 10-74z', ink.creamDark) +
  ellipse(0, 30, 74, 14, ink.goldDark) +
  ellipse(0, 32, 62, 9, '#a8641c') +
  line('M-60 58q15 12 30 0t30 0 30 0 30 0', ink.sea, 4) +
  path('M-50 108H50v6h-100z', ink.creamDark)

/** Flower tea: camellias with golden hearts. */
export const flowerTea = (): string => {
  const bloom =
    around(6, 0, (_x, _y, turn) => at(0, 0, petal(52, 30, '#f6cf5e', '#e4ab2e'), turn)) +
    circle(0, 0, 14, ink.orange) +
    around(8, 9, (x, y) => circle(x, y, 3, ink.cream))
  return (
    line('M-96 60Q-20 20 90-70', ink.brown, 7) +
    [
      [-80, 50, 150],
      [-30, 28, -120],
      [30, -20, 60],
      [76, -56, -30],
      [-6, 16, 80],
    ]
      .map(([x = 0, y = 0, turn = 0]) => at(x, y, leaf(72, 34), turn))
      .join('') +
    at(-36, -18, bloom, 10, 1.15) +
    at(44, 34, bloom, -14, 1.05)
  )
}

/** Ginger and turmeric: knobbly roots, one cut. */
export const root = (): string =>
  at(-70, -50, leaf(120, 30, ink.leafLight, ink.leaf), -24) +
  at(-70, -50, leaf(110, 28), -58) +
  path(
    'M-88-40c22-16 44-2 50 16 14-22 46-26 58-6 8 14 2 26-4 34 22-8 54-2 60 22s-16 40-38 34c4 22-14 42-38 36-18-4-24-20-22-34-18 14-44 12-54-8-8-16 0-30 8-38-24 0-42-36-20-56z',
    '#c9873c',
  ) +
  path(
    'M-14 66c-18 14-44 12-54-8 16 8 38 2 54-16 18-10 34-16 46-14-4 16 4 30 20 38-6 12-20 30-44 24-14-2-24-10-22-24z',
    '#a76725',
  ) +
  ellipse(58, 34, 21, 25, '#a76725') +
  ellipse(58, 34, 16, 20, '#f2a52a') +
  ellipse(58, 34, 8, 11, '#f7c25a') +
  line('M-66-20q14 6 22-4M-8-14q14 8 24 0M-40 34q10-10 24-8M-26 66q12-8 22-4', '#8a5218', 3)

/** Herbs of the forest: a sprig, berries, and the mortar. */
export const herb = (): string =>
  line('M0 40Q-8-30 6-106', ink.leafDark, 5) +
  several(
    4,
    (index) =>
      at(-2, 6 - index * 30, leaf(78 - index * 10, 30), -30 - index * 5) +
      at(-2, 10 - index * 30, leaf(78 - index * 10, 30), -150 + index * 5),
  ) +
  at(6, -98, leaf(38, 18, ink.leafLight, ink.leaf), -80) +
  ball(34, 10, 10, ink.red, ink.redDark) +
  ball(-30, 2, 10, ink.red, ink.redDark) +
  line('M24 46 76-34', ink.brown, 14) +
  path('M-70 34H70c-2 34-18 50-34 58v12h-72V92c-16-8-32-24-34-58z', '#a9a396') +
  path('M10 34h60c-2 34-18 50-34 58v12H4c14-22 16-46 6-70z', '#7f796e') +
  path('M-76 28H76v14H-76z', '#c4beb0')

const flower = (light: string, dark: string, heart: string) =>
  around(5, 0, (_x, _y, turn) => at(0, 0, petal(46, 30, light, dark), turn)) + circle(0, 0, 10, heart)

export const orchid = (): string =>
  line('M-70 104Q-80-10 0-50T96-88', ink.leafDark, 6) +
  at(-70, 104, leaf(120, 34), -20) +
  at(-70, 104, leaf(90, 32), -150) +
  [
    [-44, -8, 1.05],
    [8, -54, 1],
    [60, -76, 0.8],
    [20, 26, 1.1],
  ]
    .map(([x = 0, y = 0, scale = 1]) => at(x, y, flower('#e7a4c8', '#cc6fa3', ink.gold), x, scale))
    .join('')

/** A trained tree in its dish. */
export const bonsai = (): string =>
  line('M-6 62C-40 30 34 10 0-24S-20-58-6-70M4 6Q40 0 56-14M-8 34Q-40 30-54 14', ink.brown, 13) +
  [
    [-4, -70, 46],
    [58, -22, 36],
    [-56, 8, 34],
  ]
    .map(
      ([x = 0, y = 0, r = 0]) =>
        ellipse(x, y + 4, r * 1.25, r * 0.72, ink.leafDark) +
        ellipse(x - 4, y - 3, r * 1.1, r * 0.58, ink.leaf) +
        ellipse(x - 12, y - 10, r * 0.5, r * 0.2, ink.leafLight),
    )
    .join('') +
  path('M-78 62H78l-14 34h-128z', ink.sea) +
  path('M20 62h58l-14 34H8z', ink.seaDark) +
  line('M-66 78H66', ink.cream, 4)

export const pepper = (): string => {
  const spike = several(
    7,
    (row) =>
      ball(-9, row * 17, 11, row < 3 ? '#7f9c46' : '#4b3327', '#2a1c17') +
      ball(10, 8 + row * 17, 11, row < 2 ? '#96b258' : '#5a3e2f', '#2a1c17'),
  )
  const heart =
    path('M0 0C-50-34-46-86 0-76 46-86 50-34 0 0z', ink.leaf) +
    path('M0 0C46-34 40-76 0-76 46-86 50-34 0 0z', ink.leafDark) +
    line('M0-4v-62M0-30l-20-22M0-30l20-22', ink.leafLight, 2.5)
  return (
    line('M-100-70Q0-110 100-62', ink.brown, 7) +
    at(-54, -72, heart, 150) +
    at(60, -70, heart, 200) +
    at(6, -84, heart, 178, 0.8) +
    at(-28, -50, spike, 6) +
    at(34, -42, spike, -6, 0.92)
  )
}

export const chili = (): string => {
  const one =
    path('M-20-66c22-10 40 2 38 30-2 52-20 94-58 126 10-42 8-84 4-116-2-20 2-34 16-40z', ink.red) +
    path('M4-70c14 4 16 18 14 34-2 52-20 94-58 126 34-44 50-104 44-160z', ink.redDark) +
    path('M-26-62q22-22 44 2-8 8-22 6-14 4-22-8z', ink.leaf) +
    line('M-4-74q0-22 18-28', ink.leafDark, 7)
  return at(-22, -2, one, -8, 1.1) + at(52, 4, mirrored(one), 10, 0.98) + at(-50, -60, leaf(70, 30), -160)
}

/** Sea salt raked into heaps. */
export const salt = (): string =>
  [
    [-56, 44, 0.9],
    [58, 42, 0.86],
    [0, 66, 1.2],
  ]
    .map(([x = 0, y = 0, scale = 1]) =>
      at(
        x,
        y,
        path('M0-84Q14-60 74 0H-74Q-14-60 0-84z', '#f5f3ec') + path('M0-84Q14-60 74 0H14Q14-50 0-84z', '#c9d3d6'),
        0,
        scale,
      ),
    )
    .join('') +
  path('M-104 66h208q-14 24-40 32H-64q-26-8-40-32z', ink.sea) +
  line('M-80 78h52M8 84h70M-40 92h60', ink.silver, 3) +
  circle(50, -70, 24, ink.orange) +
  line('M-84-10-30-64M-30-64l-14-14 30-10 10 24z', ink.brown, 6)

export const saltChili = (): string => salt() + at(-62, -34, chili(), 38, 0.42)
