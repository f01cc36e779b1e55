import { around, at, ball, circle, ellipse, ink, leaf, line, mirrored, path, several } from './shapes.js'

const bean =
  ellipse(0, 0, 30, 21, ink.brown) +
  path('M-30 0a30 21 0 0 0 60 0q-30 10-60 0z', ink.brownDark) +
  line('M-28 2q14-12 28-2t28-2', ink.creamDark, 3)

/** Sprig of coffee: leaves, ripe cherries, two roasted beans. */
export const coffee = (): string =>
  line('M-104-58Q-20-74 100-92', ink.brown, 7) +
  at(-58, -66, leaf(96, 46), 118) +
  at(-40, -70, leaf(92, 42), -64) +
  at(34, -80, leaf(104, 48), 42) +
  at(40, -80, leaf(84, 38), -128) +
  ball(-22, -36, 25, ink.red, ink.redDark) +
  ball(18, -44, 25, '#d8492b', ink.redDark) +
  ball(2, -6, 26, ink.red, ink.redDark) +
  ball(-42, 2, 22, '#e0772d', ink.redDark) +
  at(-34, 66, bean, -24, 1.15) +
  at(36, 62, bean, 18, 1.25)

/** Cocoa: a whole pod, and one cut open with its beans. */
export const cocoa = (): string =>
  at(0, -96, leaf(92, 40), 20) +
  at(0, -96, leaf(92, 40), 160) +
  at(
    -44,
    8,
    path('M0-104C48-74 52 62 0 102-52 62-48-74 0-104z', ink.orange) +
      path('M0-104C48-74 52 62 0 102 20 40 20-50 0-104z', ink.orangeDark) +
      line('M-22-62q-18 62 2 128M0-84v166M22-62q18 62-2 128', ink.brown, 3),
    14,
  ) +
  at(
    48,
    18,
    path('M0-92C44-64 46 56 0 90-46 56-44-64 0-92z', ink.brown) +
      path('M0-74C30-50 32 44 0 72-32 44-30-50 0-74z', ink.cream) +
      several(
        4,
        (row) => ellipse(-10, -42 + row * 27, 11, 13, '#8a4b2c') + ellipse(11, -30 + row * 27, 11, 13, ink.brown),
      ),
    -12,
  )

const nut = (open: boolean): string =>
  circle(0, 0, 38, ink.clayDark) +
  ellipse(-5, -5, 32, 32, ink.clay) +
  (open
    ? path('M-32-6Q0-34 32-8 20 22 0 26-22 20-32-6z', ink.brownDark) +
      ellipse(0, -3, 25, 19, ink.cream) +
      ellipse(5, 2, 17, 11, ink.creamDark)
    : ellipse(-14, -16, 6, 4, ink.creamDark))

/** Macadamia: round nuts, one cracked to show the kernel, under a whorl of leaves. */
export const macadamia = (): string =>
  [-150, -112, -68, -30].map((turn) => at(0, -18, leaf(108, 34), turn)).join('') +
  at(-46, 2, nut(false)) +
  at(46, 4, nut(false)) +
  at(0, 56, nut(true), 0, 1.3)

/** Cashew: two apples with the nut hanging below. */
export const cashew = (): string => {
  const apple = (light: string, dark: string) =>
    path('M-30-70q30-16 60 0 18 52-4 92-26 12-52 0-22-40-4-92z', dark) +
    path('M-30-70q20-12 38-8 8 52-4 100-16 4-30 0-22-40-4-92z', light) +
    path('M-26 26c-14 22 2 52 28 48 18-4 20-22 6-24-12-2-8-14 6-24z', '#8d8a72') +
    path('M-26 26c-6 22 6 44 28 48 18-4 20-22 6-24-18 2-24-8-22-24z', '#6d6a55')
  return (
    at(0, -78, leaf(100, 40), 12) +
    at(0, -78, leaf(100, 40), 168) +
    at(-44, 4, apple(ink.gold, ink.orange), 12) +
    at(46, 10, apple('#e0603a', ink.red), -10)
  )
}

const shell =
  path(
    'M-70 0c0-34 34-40 54-24 10 8 22 8 32 0 22-16 56-8 56 24s-34 40-56 24c-10-8-22-8-32 0-20 16-54 10-54-24z',
    '#d9a865',
  ) +
  path(
    'M-70 0c0 34 34 40 54 24 10-8 22-8 32 0 22 16 56 8 56-24-20 18-40 10-54 6-16-6-30 2-46 8-16 4-32 0-42-14z',
    '#bd8544',
  ) +
  line('M-52-10q14-8 26 0M-54 8q14-6 28 0M24-10q16-8 28 0M24 8q16-6 30 0', ink.clayDark, 2.5)

/** Peanuts, one shelled. */
export const peanut = (): string =>
  at(0, -58, leaf(86, 42), -40) +
  at(0, -58, leaf(86, 42), -140) +
  at(-8, -30, shell, -18, 1.25) +
  at(8, 46, shell, 16, 1.25) +
  ellipse(-74, 70, 18, 13, ink.redDark) +
  ellipse(-77, 67, 13, 8, ink.red) +
  ellipse(84, -6, 16, 12, ink.redDark) +
  ellipse(82, -9, 11, 7, ink.red)

/** Coconut: a green one, one cut in half, under palm fronds. */
export const coconut = (): string => {
  const frond =
    several(
      7,
      (index) =>
        at(18 + index * 15, -index * 2, leaf(44 - index * 2, 12), 52) +
        at(18 + index * 15, -index * 2, leaf(44 - index * 2, 12), -52),
    ) + line('M0 0q60-8 124-14', ink.leafDark, 5)
  return (
    at(0, -46, frond, -26) +
    at(0, -46, mirrored(frond), 26) +
    at(-46, 12, ball(0, 0, 58, ink.leafLight, ink.leaf) + path('M-16-56q16-12 32 0l-16 18z', ink.brown)) +
    at(
      42,
      40,
      circle(0, 0, 62, ink.brownDark) +
        circle(0, 0, 55, ink.brown) +
        ellipse(0, -2, 46, 45, ink.cream) +
        ellipse(0, 4, 33, 30, ink.creamDark) +
        ellipse(0, 10, 28, 22, '#dfeaf0'),
    )
  )
}

/** Areca-like palm fruit and the sugar palm are not drawn apart: the fan of leaves stands for both. */
export const palm = (): string =>
  line('M0 108Q-8 20 0-30', ink.brown, 16) +
  around(11, 8, (x, y, turn) => (turn > 120 && turn < 240 ? '' : at(x, y - 34, leaf(94, 22), turn - 90))) +
  ball(-30, 6, 22, ink.purple, ink.purpleDark) +
  ball(28, 8, 22, ink.purple, ink.purpleDark) +
  ball(0, 24, 24, '#7d3a6c', ink.purpleDark)
