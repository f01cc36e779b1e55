import { around, at, ball, circle, ellipse, ink, leaf, line, mirrored, path, several } from './shapes.js'

const ear =
  line('M0 110C4 40 20-40 78-84', ink.goldDark, 5) +
  several(9, (index) => {
    const [x, y] = [14 + index * 7.5 + index * index * 0.1, 2 - index * 11]
    return (
      at(x, y, leaf(34, 13, ink.gold, ink.goldDark), -112 + index * 6) +
      at(x, y, leaf(34, 13, '#f7cf6b', ink.goldDark), -26 + index * 3)
    )
  })

/** Ears of rice, bent with grain, tied in a sheaf. */
export const rice = (): string =>
  at(2, 0, ear, -2) +
  at(-2, 0, mirrored(ear), 2) +
  at(0, -14, ear, -36) +
  at(0, 108, leaf(120, 26, ink.leafLight, ink.leaf), -142) +
  at(0, 108, leaf(120, 26, ink.leafLight, ink.leaf), -38) +
  path('M-20 62q20 10 40 0l4 22q-24 10-48 0z', ink.red)

/** Rice paper: thin rounds on a bamboo screen. */
export const ricePaper = (): string => {
  const sheet =
    circle(0, 0, 58, ink.creamDark) +
    circle(0, 0, 55, '#fffaf0') +
    several(14, (index) =>
      circle(Math.sin(index * 2.4) * (12 + index * 3), Math.cos(index * 2.4) * (12 + index * 3), 1.8, ink.brownDark),
    )
  return (
    path('M-104-74h208V92h-208z', '#c99a52') +
    line(
      several(9, (index) => `M-104 ${-64 + index * 18}h208`),
      '#a87836',
      3,
    ) +
    line('M-104-78v176M104-78v176M-36-74V92M36-74V92', ink.brown, 6) +
    at(-44, -22, sheet) +
    at(48, -16, sheet) +
    at(2, 40, sheet)
  )
}

/** A bowl of noodles with chopsticks. */
export const noodles = (): string =>
  line('M-24-8 92-104M-2-4 106-84', ink.brown, 7) +
  path('M-96 4q96-52 192 0z', '#fff6df') +
  line(
    'M-84 0c24-34 46 10 66-16s44 20 62-8 28 14 40 20M-60-14c30-22 56 20 84-4s36 10 48 8M-40-24c24-8 40 12 62 0',
    ink.creamDark,
    5,
  ) +
  at(-26, -24, leaf(40, 18, ink.leafLight, ink.leaf), -20) +
  at(34, -26, circle(0, 0, 13, ink.red) + circle(-3, -3, 6, '#e8735a')) +
  path('M-106 0h212c-2 58-36 90-66 100h-80C-70 90-104 58-106 0z', ink.sea) +
  path('M20 0h86c-2 58-36 90-66 100H0c24-26 30-62 20-100z', ink.seaDark) +
  line('M-92 26h184M-84 44l14-10 14 10 14-10 14 10 14-10 14 10 14-10 14 10 14-10 14 10 14-10 14 10', ink.cream, 4)

const parcel =
  path('M-52-40h104v88h-104z', ink.leaf) +
  path('M12-40h40v88H2z', ink.leafDark) +
  line('M-52-18h104M-52 24h104M-24-40v88M20-40v88', ink.creamDark, 5)

/** Cakes wrapped in leaves, one open. */
export const cake = (): string =>
  at(0, 84, leaf(128, 40, ink.leafLight, ink.leaf), -170) +
  at(0, 84, leaf(128, 40, ink.leafLight, ink.leaf), -10) +
  at(-38, 24, parcel, -8) +
  at(
    50,
    46,
    circle(0, 0, 46, ink.creamDark) +
      ellipse(-3, -4, 42, 40, '#fff6df') +
      circle(0, 0, 16, ink.gold) +
      around(8, 30, (x, y) => circle(x, y, 3, ink.brown)),
  ) +
  at(14, -54, parcel, 10, 0.8)

/** Sweets in twisted paper. */
export const candy = (): string => {
  const sweet = (light: string, dark: string) =>
    path('M-40 0-74-24v48zM40 0 74-24v48z', dark) +
    path('M-42-24h84q14 24 0 48h-84q-14-24 0-48z', light) +
    path('M8-24h34q14 24 0 48H8q12-24 0-48z', dark) +
    line('M-24-24q-10 24 0 48M-8-24q-10 24 0 48', ink.cream, 4)
  return (
    at(-22, -52, sweet('#e3a23a', '#b8761c'), -24, 1.05) +
    at(26, 8, sweet('#c8442c', ink.redDark), 16, 1.1) +
    at(-20, 66, sweet('#5f9a58', ink.leafDark), -8, 1.05)
  )
}

export const sweetPotato = (): string => {
  const root =
    path('M-88-8C-60-50-8-50 34-34 66-22 84-8 96 8 74 34 30 46-14 40-50 34-78 16-88-8z', '#b04a5a') +
    path('M-88-8C-60 8-8 18 40 14 66 12 84 10 96 8 74 34 30 46-14 40-50 34-78 16-88-8z', '#863344') +
    line('M-40-18h18M4-26h20M46-8h14M-14 6h16', '#d98a93', 4)
  return (
    at(-8, -34, root, -18) +
    at(6, 30, root, 10) +
    at(66, 66, circle(0, 0, 38, '#863344') + circle(0, 0, 32, '#f0a64b') + circle(0, 0, 14, '#f7c67d'))
  )
}

/** Gourds and cucumbers: long green fruit of the trellis. */
export const gourd = (): string => {
  const long =
    path('M-12-100c16-6 26 2 28 20 6 46 22 92 12 140-4 26-20 40-38 38-22-2-30-24-26-54 6-48 4-96 24-144z', ink.leaf) +
    path('M4-102c10 0 12 8 12 22 6 46 22 92 12 140-4 22-16 36-32 38 20-52 16-132 8-200z', ink.leafDark) +
    several(5, (index) => circle(-8 + (index % 2) * 12, -50 + index * 28, 3, ink.leafLight))
  return (
    line('M-90-92q40 12 70-6 40-20 92 2', ink.leafDark, 6) +
    at(-78, -86, leaf(60, 52), 70) +
    at(70, -92, leaf(60, 52), 100) +
    at(-36, 6, long, 14) +
    at(34, 10, long, -8) +
    around(5, 0, (_x, _y, turn) => at(8, -92, leaf(26, 20, ink.gold, ink.goldDark), turn))
  )
}

/** Leaf vegetables bound with a straw. */
export const greens = (): string =>
  [-58, -34, -12, 12, 34, 58]
    .map((turn, index) =>
      at(
        0,
        60,
        path(
          'M-7 0C-9-50-34-70-40-110-36-156 36-156 40-110 34-70 9-50 7 0z',
          index % 2 === 0 ? ink.leaf : ink.leafLight,
        ) + line('M0 0v-116M0-60l-20-26M0-60l20-26M0-90l-14-20M0-90l14-20', ink.cream, 3),
        turn,
        0.96,
      ),
    )
    .join('') +
  path('M-34 36q34 14 68 0L24 98q-24 10-48 0z', '#eef2d2') +
  path('M-36 44q36 16 72 0v16q-36 14-72 0z', ink.goldDark)

export const bambooShoot = (): string => {
  const shoot =
    path('M0-100C34-60 48 30 44 92h-88C-48 30-34-60 0-100z', '#b88a4c') +
    path('M0-100C34-60 48 30 44 92H6C20 30 18-50 0-100z', '#8f6632') +
    path(
      'M-44 92C-40 60-20 44 8 38-6 60-4 78 2 92zM44 70C24 40 12 14 12-14 30 8 42 40 44 70zM-36 24C-26-6-14-24 6-36-4-10-12 8-36 24z',
      '#d6b478',
    ) +
    path('M0-100c8 10 14 24 16 34-12-4-24-4-32 2 2-12 8-26 16-36z', ink.leaf)
  return at(-34, 0, shoot, -8) + at(44, 22, shoot, 12, 0.78) + at(-96, 92, leaf(110, 26), -52)
}

/** Sea grapes. */
export const seaweed = (): string =>
  [-30, 0, 28]
    .map((turn, index) =>
      at(
        -6 + index * 6,
        96,
        line(`M0 0q${index % 2 === 0 ? -18 : 18}-70 0-168`, ink.leafDark, 5) +
          several(
            8,
            (row) =>
              ball(-14, -22 - row * 19, 10, '#8fbf4b', ink.leaf) +
              ball(14, -30 - row * 19, 10, '#7bb043', ink.leafDark),
          ) +
          ball(0, -174, 10, '#a5cf63', ink.leaf),
        turn,
      ),
    )
    .join('')

export const mushroom = (): string => {
  const one =
    path('M-16 0q6 50-2 88h36q-8-38-2-88z', ink.cream) +
    path('M4 0q6 40 0 88h14q-8-38-2-88z', ink.creamDark) +
    path('M-64 6C-66-50 66-50 64 6q-64 20-128 0z', ink.clay) +
    path('M-64 6q64 20 128 0-8 16-64 16T-64 6z', ink.brown) +
    ellipse(-24, -18, 11, 7, ink.creamDark) +
    ellipse(12, -24, 9, 6, ink.creamDark) +
    ellipse(34, -8, 7, 5, ink.creamDark)
  return (
    at(-34, -16, one, -10, 1.15) +
    at(48, 14, one, 10, 0.9) +
    at(0, 40, one, 0, 0.62) +
    path('M-96 98q96-30 192 0z', ink.leaf)
  )
}

/** Cordyceps: the orange clubs of the fungus. */
export const cordyceps = (): string =>
  [
    [-60, -20, 0.9],
    [-34, -9, 1.1],
    [-8, -2, 1.25],
    [22, 8, 1.12],
    [50, 18, 0.92],
  ]
    .map(([x = 0, turn = 0, scale = 1]) =>
      at(
        x,
        92,
        path('M-9 0q2-60-3-96c-4-30 4-54 12-54s16 24 12 54q-5 36-3 96z', '#ea8c2c') +
          path('M2 0q6-70 4-150c6 6 10 26 6 54q-5 36-3 96z', '#c76515') +
          several(5, (index) => circle(-4 + (index % 2) * 6, -98 - index * 9, 2, '#f9c375')),
        turn,
        scale,
      ),
    )
    .join('') +
  path('M-98 96q98-36 196 0z', ink.brown) +
  path('M-70 96q70-18 140 0z', ink.clay)
