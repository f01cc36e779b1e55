import { around, at, ball, bottle, circle, ellipse, ink, jar, leaf, line, path, several } from './shapes.js'

const hexagon = (x: number, y: number, fill: string): string => path(`M${x} ${y - 30}l26 15v30l-26 15-26-15v-30z`, fill)

/** Honeycomb, a drop, a bee. */
export const honey = (): string => {
  const cells: readonly (readonly [number, number, string])[] = [
    [-52, -46, ink.gold],
    [0, -46, ink.orange],
    [52, -46, ink.gold],
    [-26, 0, '#f6c95a'],
    [26, 0, ink.gold],
    [78, 0, ink.orange],
    [-78, 0, ink.orange],
    [-52, 46, ink.gold],
    [0, 46, '#f6c95a'],
    [52, 46, ink.orange],
  ]
  return (
    cells.map(([x, y, fill]) => hexagon(x, y, ink.goldDark) + at(x, y, hexagon(0, 0, fill), 0, 0.84)).join('') +
    path('M14 60h24v34q0 14-12 14T14 94z', ink.orange) +
    path('M-18 62H2v16q0 10-10 10t-10-10z', ink.gold) +
    at(
      -50,
      -72,
      ellipse(-8, -24, 15, 26, '#e6f0f0') +
        ellipse(16, -24, 15, 24, '#d3e2e4') +
        ellipse(0, 0, 34, 22, ink.gold) +
        line('M-10-20v40M6-21v42M20-16v32', ink.dark, 7) +
        circle(-28, -2, 13, ink.dark),
      14,
    )
  )
}

const anchovy =
  path('M-48 0Q-10-20 34 0q10-10 18-12-6 12 0 24-8-2-18-12Q-10 20-48 0z', ink.silver) +
  path('M-48 0Q-10 8 34 0-10 20-48 0z', ink.silverDark) +
  circle(-36, -2, 3.5, ink.dark)

/** Fish sauce: the bottle, amber, and anchovies. */
export const fishSauce = (): string =>
  at(-34, 0, jar('#9c5a38', '#74402a', ink.creamDark), 0, 0.92) +
  path('M-78-88h88v18h-88z', ink.creamDark) +
  at(46, 6, bottle('#b8601c', '#8d4510', ink.cream, ink.redDark), 4, 0.94) +
  at(44, 36, anchovy, 0, 0.72) +
  at(-40, 26, anchovy, -10, 0.9) +
  at(-30, 54, anchovy, 6, 0.9)

/** Fermented paste in a crock. */
export const paste = (): string =>
  at(0, 12, jar('#8b4b33', '#693524', ink.gold), 0, 1.14) +
  path('M-58-88q58-26 116 0l10 22q-68 18-136 0z', '#d9c08c') +
  path('M10-98q28 2 48 10l10 22q-30 8-56 8 10-20-2-40z', '#bd9f64') +
  line('M-60-66q60 16 120 0', ink.red, 6) +
  path('M-36 14h72v56h-72z', ink.cream) +
  at(2, 42, anchovy, -12, 0.68)

/** Oil, essential oil: a small flask and its drop. */
export const oil = (): string =>
  at(-30, 0, bottle('#d9a034', '#b37a1c', ink.cream, ink.leafDark), 0, 0.98) +
  at(-30, 33, leaf(44, 22), -150, 0.6) +
  at(-30, 33, leaf(44, 22), -30, 0.6) +
  path('M58-62C84-22 96 0 96 24a38 38 0 0 1-76 0c0-24 12-46 38-86z', ink.gold) +
  path('M58-62C84-22 96 0 96 24a38 38 0 0 1-38 38c20-24 18-84 0-124z', ink.goldDark) +
  at(20, 92, leaf(90, 30), -14)

/** Bottled drinks and vinegar. */
export const drink = (): string =>
  at(-40, 0, bottle('#86b5a4', '#5f9483', ink.cream, ink.sea), -3) +
  at(-41, 33, circle(0, 0, 17, ink.orange) + at(0, -12, leaf(22, 12), -30)) +
  path('M24-12h72L86 92q-1 8-10 8H46q-8 0-10-8z', '#e4efee') +
  path('M28 22h64L84 90q-1 6-8 6H46q-6 0-8-6z', '#e6a24a') +
  path('M62 22h30L84 90q-1 6-8 6H62z', '#c9822b') +
  line('M84-60 62 60', ink.red, 6) +
  ellipse(50, 40, 8, 6, '#f6cf8e')

/** Rice wine drunk through canes from the jar. */
export const spirits = (): string =>
  line('M-12-70Q-30-120-84-104M14-70Q34-124 88-100', ink.goldDark, 6) +
  at(0, 10, jar('#5b3a29', '#412619', ink.gold), 0, 1.18) +
  path('M-58-96H58v18H-58z', '#7a5238') +
  line('M-78 0l13-14 13 14 13-14 13 14 13-14 13 14 13-14 13 14 13-14 13 14 13-14 13 14', ink.orange, 4) +
  path('M62 60h44v14c0 20-10 30-22 30S62 94 62 74z', ink.cream) +
  ellipse(84, 61, 22, 6, '#e0cfa0')

/** Washing and care: what comes in a pump bottle, with leaves. */
export const care = (): string =>
  at(-70, 70, leaf(120, 44), -52) +
  at(70, 70, leaf(120, 44), -128) +
  path('M-10-104h44v12H6v24h-16z', ink.seaDark) +
  path('M-18-70h36v16h-36z', ink.sea) +
  path('M-46-40q0-16 16-16h60q16 0 16 16V84q0 16-16 16h-60q-16 0-16-16z', '#bfe0d0') +
  path('M12-56h18q16 0 16 16V84q0 16-16 16H12z', '#93c2ad') +
  path('M-34-14h68v70h-68z', ink.cream) +
  at(0, 46, leaf(46, 22), -90) +
  circle(66, -34, 13, '#d8ece6') +
  circle(86, -58, 8, '#d8ece6') +
  circle(-66, -48, 10, '#d8ece6')

/** Woven bamboo. */
export const basket = (): string =>
  line('M-66-6C-60-110 60-110 66-6', ink.brown, 10) +
  path('M-98-10H98L70 98H-70z', '#c98f47') +
  several(6, (row) =>
    several(9, (column) =>
      path(
        `M${-84 + column * 20 + row * 1.5} ${-4 + row * 17}h${17 - row * 0.2}v7h-${17 - row * 0.2}z`,
        (row + column) % 2 === 0 ? '#e3b873' : '#9c6628',
      ),
    ),
  ).replaceAll('.500', '.5') +
  path('M-104-18H104v16H-104z', ink.brown) +
  line('M-98-10H98', '#e3b873', 3)

/** Brocade from the loom, rolled and hanging. */
export const fabric = (): string => {
  const cloth =
    path('M-70-80H70V92H-70z', '#2a2f6e') +
    [-64, -28, 8, 44, 80]
      .map((y, index) => path(`M-70 ${y}H70v${index % 2 === 0 ? 14 : 6}H-70z`, index % 2 === 0 ? ink.red : ink.gold))
      .join('') +
    several(
      7,
      (index) =>
        at(-60 + index * 20, -4, path('M0-12l9 12-9 12-9-12z', ink.gold)) +
        at(-60 + index * 20, 32, path('M0-7l6 7-6 7-6-7z', ink.cream)),
    )
  return (
    cloth +
    line(
      several(15, (index) => `M${-70 + index * 10} 92v14`),
      ink.gold,
      3,
    ) +
    path('M-92-98H92q8 0 8 12t-8 12H-92q-8 0-8-12t8-12z', ink.brown) +
    ball(-98, -86, 13, ink.clay, ink.brownDark) +
    ball(98, -86, 13, ink.clay, ink.brownDark)
  )
}

/** A boat on the river, with its rower. */
export const boat = (): string =>
  circle(40, -54, 40, ink.orange) +
  path('M-110 24-66-34l26 26 30-44 60 72z', ink.leafDark) +
  path('M-40 24 20-24l28 22 18-14 44 40z', ink.leaf) +
  path('M-112 20H112V64H-112z', ink.sea) +
  path('M-96 42q96 34 192-8-18 54-74 58h-50C-72 88-88 66-96 42z', ink.brown) +
  path('M-96 42q96 34 192-8-6 18-16 30-84 22-168 0-6-12-8-22z', ink.clay) +
  path('M-18 46q0-34 14-40 16 4 18 36z', ink.redDark) +
  path('M-30 4Q-4-30 22 4z', ink.gold) +
  line('M8 20 62 96', ink.goldDark, 5) +
  line('M-100 96q16-10 32 0t32 0 32 0 32 0 32 0', ink.sea, 5)

/** The market basket: what stands for every product without a motif of its own. */
export const market = (): string =>
  at(-40, -22, leaf(90, 36), -112) +
  at(34, -24, leaf(92, 36), -62) +
  at(0, -30, leaf(96, 30, ink.leafLight, ink.leaf), -92) +
  ball(-48, -26, 30, ink.orange, ink.orangeDark) +
  ball(48, -26, 32, ink.red, ink.redDark) +
  ball(0, -38, 34, ink.gold, ink.goldDark) +
  at(0, 12, basket().replace(/<path fill="none"[^>]*>/, ''), 0, 0.94)

/** Flowers in a vase. */
export const bouquet = (): string => {
  const bloom = (light: string, dark: string) =>
    around(8, 16, (x, y) => circle(x, y, 11, dark)) +
    around(8, 12, (x, y) => circle(x, y, 9, light)) +
    circle(0, 0, 9, ink.gold)
  return (
    line('M0 30-40-40M0 30 40-44M0 30V-66', ink.leafDark, 5) +
    at(-16, 6, leaf(70, 28), -150) +
    at(16, 6, leaf(70, 28), -30) +
    at(-46, -46, bloom(ink.pink, ink.pinkDark), 0, 1.2) +
    at(48, -48, bloom('#f2b04a', ink.orange), 0, 1.2) +
    at(0, -74, bloom('#d8492b', ink.redDark), 0, 1.2) +
    at(0, 54, jar(ink.sea, ink.seaDark, ink.cream), 0, 0.6)
  )
}
