import { around, at, ball, circle, ellipse, ink, leaf, line, mirrored, path, several } from './shapes.js'

const fishBody =
  path('M-104 0C-70-46-4-54 48-16q18 12 30 16-12 4-30 16C-4 54-70 46-104 0z', ink.silver) +
  path('M-104 0C-70 16-4 20 78 0q-12 4-30 16C-4 54-70 46-104 0z', ink.silverDark) +
  path('M66-2 110-40q-8 40 0 80L66 2z', ink.sea) +
  path('M-30-40Q0-66 24-32zM-20 40Q0 60 18 32z', ink.sea) +
  line('M-62-26q14 26 0 52', ink.seaDark, 3.5) +
  several(3, (column) => line(`M${-36 + column * 26}-18q10 8 0 16m0 4q10 8 0 16`, ink.seaDark, 2.5)) +
  circle(-80, -8, 8, ink.cream) +
  circle(-81, -8, 4, ink.dark)

export const fish = (): string => at(6, -34, fishBody, -8, 0.96) + at(-6, 36, mirrored(fishBody), -6, 0.96)

export const shrimp = (): string => {
  const one =
    path('M74-62C10-96-84-58-84 14c0 52 42 80 86 74-36-8-56-32-52-62C-44-16 6-40 74-34z', '#e8743b') +
    line('M-20-64q10 22 26 28M-54-42q18 14 34 16M-78-6q20 8 34 4M-80 30q20-2 34-8M-56 66q12-12 24-16', ink.redDark, 4) +
    path('M74-62q18 4 22 14-10 14-22 14z', '#f2954f') +
    path('M2 88c14-14 32-12 44 0-12 14-32 18-44 0z', '#c9502a') +
    path('M-4 80c6-18 22-28 40-24-4 18-20 30-40 24z', ink.red) +
    circle(62, -52, 5, ink.dark) +
    line('M88-52Q120-60 112-104M88-46Q128-40 124-84', ink.red, 3) +
    line('M-20-20 6 20M-36 0-8 34M20-30l14 36', '#f2954f', 5)
  return at(-4, 10, one, -6, 1.02)
}

export const squid = (): string =>
  at(
    0,
    0,
    path('M0-112C40-84 46-20 34 22h-68C-46-20-40-84 0-112z', '#e9b7a4') +
      path('M0-112C40-84 46-20 34 22H4C18-20 18-80 0-112z', '#cf8f7c') +
      path('M-30-84-78-40q24 8 46-4zM30-84 78-40q-24 8-46-4z', '#d99c88') +
      ellipse(0, 30, 36, 20, '#e9b7a4') +
      circle(-18, 28, 6, ink.dark) +
      circle(18, 28, 6, ink.dark) +
      line('M-28 44q-26 26-14 62M-12 48q-14 30-8 64M4 50q2 30-4 62M18 48q16 26 8 64M30 42q30 24 16 60', '#cf8f7c', 9),
    16,
  )

export const crab = (): string => {
  const side =
    line('M60 20q34-6 48 18M58 38q30 8 36 32M48 54q20 18 16 38', ink.redDark, 8) +
    path('M60-2C92-22 84-54 62-70q14-20 40-12-8 10-6 18 14-4 18-16c16 30-4 66-38 94z', ink.red)
  return (
    side +
    mirrored(side) +
    path('M-78 22C-70-32 70-32 78 22 66 72-66 72-78 22z', ink.red) +
    path('M-78 22q78 34 156 0C66 72-66 72-78 22z', ink.redDark) +
    line('M-22-20v-18M22-20v-18', ink.redDark, 6) +
    circle(-22, -42, 8, ink.dark) +
    circle(22, -42, 8, ink.dark) +
    line('M-36 8q12-14 24 0M12 8q12-14 24 0', '#f0a08a', 4)
  )
}

/** Meat dried for a day in the sun. */
export const driedMeat = (): string =>
  circle(66, -66, 26, ink.orange) +
  around(10, 38, (x, y, turn) => at(x + 66, y - 66, line('M0 0V-7', ink.orange, 5), turn)) +
  line('M-104-36H104M-92-104V100M92-60V100', ink.brown, 8) +
  [-60, -14, 32, 74]
    .map((x, index) =>
      at(
        x,
        -34,
        path('M-18 0h36l4 40-8 30 4 34-18 10-18-8 4-38-8-26z', index % 2 === 0 ? '#8f2f22' : '#a63d2a') +
          line('M-6 8v84M8 12v70', '#d97a5c', 3) +
          line('M0-8V4', ink.gold, 6),
        0,
        0.9,
      ),
    )
    .join('')

/** Sausages on a string, and a roll in banana leaf. */
export const sausage = (): string => {
  const link =
    path('M-15-34q15-12 30 0v68q-15 12-30 0z', '#b5382c') +
    path('M3-39q12 2 12 5v68q-8 6-14 6 10-38 2-79z', ink.redDark) +
    circle(-5, -14, 3, '#f0b9a0') +
    circle(-2, 6, 3, '#f0b9a0') +
    circle(-7, 22, 2.5, '#f0b9a0')
  return (
    line('M-98-84Q0-116 98-84', ink.goldDark, 5) +
    [
      [-66, -42],
      [-24, -50],
      [20, -50],
      [62, -42],
    ]
      .map(([x = 0, y = 0]) => line(`M${x}-96V${y - 30}`, ink.goldDark, 3) + at(x, y, link))
      .join('') +
    at(
      -6,
      58,
      path('M-92-32H60v64H-92z', ink.leaf) +
        path('M-92 4H60v28H-92z', ink.leafDark) +
        line('M-60-32v64M-20-32v64M22-32v64', ink.creamDark, 5) +
        ellipse(62, 0, 19, 33, ink.leafDark) +
        ellipse(64, 0, 15, 28, ink.cream) +
        circle(62, -8, 2.5, ink.dark) +
        circle(67, 8, 2.5, ink.dark),
      -4,
    )
  )
}

/** The rooster of the village prints. */
export const chicken = (): string =>
  path('M-40 10C-104-40-104-92-56-104-70-70-40-56-18-44zM-44 20C-112 10-116-34-92-56-88-20-58-14-30-12z', ink.seaDark) +
  path('M-46 4C-90-30-84-72-50-78-56-48-34-36-14-24z', ink.leaf) +
  path('M-58 6C-40-34 10-20 22-58 26-84 66-84 66-54 66 10 40 70-14 70-48 70-66 40-58 6z', '#d9822b') +
  path('M-44 14C-20-8 20 4 26-18 40 20 10 52-12 52-34 50-46 34-44 14z', ink.red) +
  line('M-26 18q16 12 34 2M-20 32q12 8 26 0', ink.gold, 4) +
  path('M30-80c-6-24 10-26 12-12 4-16 18-14 16 0 12-10 20 4 8 20z', ink.red) +
  path('M64-60 90-50 64-44zM58-42q14 12 6 26-12-6-12-22z', ink.gold) +
  circle(50, -60, 5, ink.dark) +
  line('M-22 68v26M8 66v28M-34 96h22M-4 96h22', ink.goldDark, 6)

export const egg = (): string =>
  ellipse(-36, 12, 40, 52, '#e9c39b') +
  ellipse(-42, 4, 30, 40, '#f6dcbd') +
  ellipse(40, 14, 40, 52, '#d9a877') +
  ellipse(34, 6, 30, 40, '#edc79c') +
  ellipse(2, -6, 42, 56, ink.creamDark) +
  ellipse(-5, -14, 31, 43, '#fffaf0') +
  path('M-106 34q106 40 212 0-10 62-70 70h-72c-60-8-70-62-70-70z', ink.goldDark) +
  line(
    'M-98 46q98 38 196 0M-90 64q90 34 180 0M-72 84q72 24 144 0M-70 50l20 46M-30 58l10 46M12 60l-8 46M52 54 32 100',
    ink.gold,
    5,
  )

/** The nest of the swiftlet, and the bird. */
export const nest = (): string =>
  path(
    'M-8-62C-44-96-84-92-108-74-76-74-62-62-52-46-68-40-80-28-84-16-54-34-28-34-8-44 20-34 44-36 66-20 60-40 40-52 22-56 40-78 66-82 96-76 66-100 26-98-8-62z',
    ink.dark,
  ) +
  path('M-100 14Q0-14 100 14C96 74 50 100 0 100S-96 74-100 14z', ink.creamDark) +
  ellipse(0, 18, 98, 24, '#fffaf0') +
  ellipse(0, 22, 78, 15, '#d9c69a') +
  line('M-90 40q90 34 180 0M-78 60q78 30 156 0M-54 80q54 20 108 0M-84 28q60 50 150 44M84 28Q24 78-66 72', '#fffaf0', 4)

export const frog = (): string =>
  path('M-90 80C-110 20-60-4-40-20c-4-40 84-40 80 0C60-4 110 20 90 80q-16 18-40 8-50 18-100 0-24 10-40-8z', ink.leaf) +
  path('M-44 88C-30 40 30 40 44 88q-44 14-88 0z', ink.leafLight) +
  ball(-32, -46, 24, ink.leafLight, ink.leafDark) +
  ball(32, -46, 24, ink.leafLight, ink.leafDark) +
  circle(-30, -46, 11, ink.gold) +
  circle(30, -46, 11, ink.gold) +
  circle(-30, -46, 5, ink.dark) +
  circle(30, -46, 5, ink.dark) +
  line('M-40-4Q0 26 40-4', ink.leafDark, 5)

export const goldfish = (): string =>
  path('M30 0C70-70 112-50 100-10 116 0 112 60 76 50 52 44 40 24 30 0z', '#f2954f') +
  path('M-88 4C-60-60 20-60 48 0 20 62-60 58-88 4z', ink.orange) +
  path('M-88 4C-40 24 10 24 48 0 20 62-60 58-88 4z', ink.red) +
  path('M-30-44Q0-92 30-34zM-24 48q14 32 34 8z', '#f2954f') +
  circle(-56, -8, 10, ink.cream) +
  circle(-57, -8, 5, ink.dark) +
  at(-100, 90, leaf(96, 26), -76) +
  circle(-96, -40, 7, ink.silver) +
  circle(-84, -66, 5, ink.silver)
