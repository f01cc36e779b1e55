import { around, at, ball, circle, ellipse, ink, jar, leaf, line, path, several } from './shapes.js'

const roasted =
  ellipse(0, 0, 20, 14, ink.brown) +
  path('M-20 0a20 14 0 0 0 40 0q-20 7-40 0z', ink.brownDark) +
  line('M-19 1q10-8 19-1t18-2', ink.creamDark, 2)

/** Coffee dripping through a phin into a glass. */
export const phin = (): string =>
  line('M-20-86q-14-14 0-26t0-24M16-86q-14-14 0-26t0-24', ink.silverDark, 4) +
  path('M-58-64h116v10H-58zM-46-54h92l-6 54h-80z', ink.silver) +
  path('M12-54h34l-6 54H10z', ink.silverDark) +
  path('M-62 0H62v10H-62z', ink.silverDark) +
  path('M-42 14h84l-8 92h-68z', '#e6efec') +
  path('M-38 46h76l-5 54h-66z', ink.brown) +
  path('M8 46h30l-5 54H6z', ink.brownDark) +
  path('M-36 74h72l-3 26h-66z', ink.creamDark) +
  line('M0 14v24', ink.brown, 4) +
  at(-84, 88, roasted, -20) +
  at(84, 92, roasted, 24) +
  at(72, 64, roasted, -40)

/** A sack of roasted beans with its scoop. */
export const sack = (): string =>
  path('M-70-30C-86 20-84 70-64 102H64C84 70 86 20 70-30z', '#cfa668') +
  path('M14-30h56C86 20 84 70 64 102H20C44 60 40 10 14-30z', '#ad8447') +
  path('M-78-46q78-20 156 0l-4 22q-74 18-148 0z', '#e2c08a') +
  ellipse(0, -44, 66, 17, ink.brownDark) +
  several(9, (index) => at(-48 + index * 12, -48 + (index % 3) * 5, roasted, index * 47, 0.72)) +
  at(-34, -66, leaf(74, 32), -138) +
  at(-8, -62, leaf(84, 36), -82) +
  at(22, -64, leaf(74, 32), -34) +
  circle(0, 40, 30, ink.cream) +
  at(0, 40, roasted, -30, 1.05)

/** A bowl of steamed rice with its sack of grain in the ear behind. */
export const riceBowl = (): string =>
  line('M-30-70q-14-14 0-26M0-78q-14-14 0-26M30-70q-14-14 0-26', ink.silverDark, 4) +
  path('M-82 4C-78-74 78-74 82 4z', '#fffdf6') +
  path('M10-54C60-50 80-30 82 4H26C34-20 26-40 10-54z', '#ebe4d2') +
  several(16, (index) =>
    at(
      -58 + (index % 6) * 23 + (index > 5 ? 10 : 0),
      -8 - Math.floor(index / 6) * 16,
      ellipse(0, 0, 7, 3, '#dcd2b8'),
      index * 50,
    ),
  ) +
  path('M-100 2h200c-4 52-36 84-62 92h-76c-26-8-58-40-62-92z', ink.laterite) +
  path('M20 2h80c-4 52-36 84-62 92H2c22-24 26-56 18-92z', ink.redDark) +
  line('M-84 24q14 14 28 0t28 0 28 0 28 0 28 0 28 0', ink.gold, 4) +
  path('M-40 94h80l-6 12h-68z', ink.redDark) +
  line('M46-44 118-96M60-34l62-44', ink.brown, 6)

/** Barrels of fish sauce: wood, hoops, a tap. */
export const barrel = (): string => {
  const one =
    path('M-50-66H50q20 66 0 132H-50q-20-66 0-132z', '#b27640') +
    path('M10-66h40q20 66 0 132H10q20-66 0-132z', '#8c5628') +
    line('M-24-66q-8 66 0 132M4-66v132M30-66q8 66 0 132', ink.brown, 2.5) +
    line('M-57-40H57M-59 40H59', ink.dark, 7) +
    ellipse(0, -66, 50, 12, '#d39a5f')
  return (
    at(-46, -8, one, 0, 0.92) +
    at(44, 20, one, 0, 1.04) +
    path('M36 70h18v14h22v12H36z', ink.gold) +
    path('M70 98q12 12 0 14-12-2 0-14z', ink.orange) +
    line('M-104 96H104', ink.brown, 8)
  )
}

/** Swiftlet nest stewed in its glass jar. */
export const nestJar = (): string =>
  path('M-56-78H56v24H-56z', ink.gold) +
  path('M8-78h48v24H8z', ink.goldDark) +
  path('M-62-54H62q14 10 14 28V84q0 20-20 20H-56q-20 0-20-20V-26q0-18 14-28z', '#c9deda') +
  path('M-66-12H66V82q0 14-14 14H-52q-14 0-14-14z', '#efc878') +
  path('M10-12h56V82q0 14-14 14H4Q30 40 10-12z', '#dfb05a') +
  line('M-54 10q28 24 54 2t54 4M-56 34q30-18 56 4t56-6M-52 58q26 18 52-2t50 8M-38 80q20-12 38 2t36-4', '#fffdf6', 8) +
  circle(-28, 60, 9, ink.red) +
  circle(32, 46, 9, ink.red) +
  circle(4, 22, 7, ink.cream) +
  at(
    0,
    -92,
    path(
      'M0 4C-24-26-56-26-84-10-56-10-44-2-34 10-18 4-8 6 0 14 8 6 18 4 34 10 44-2 56-10 84-10 56-26 24-26 0 4z',
      ink.dark,
    ),
    -8,
    0.8,
  )

/** Pots of honey with the dipper. */
export const honeyPot = (): string =>
  at(-14, 14, jar(ink.gold, ink.goldDark, ink.cream), 0, 1.02) +
  path('M-64-82h100v22h-100z', ink.brown) +
  path('M-50 0h72v58h-72z', ink.cream) +
  around(6, 15, (x, y, turn) => at(x - 14, y + 29, path('M0-7l6 3.5v7L0 7l-6-3.5v-7z', ink.orange), turn)) +
  circle(-14, 29, 7, ink.orange) +
  line('M36-104 84 30', ink.brown, 8) +
  [0, 1, 2, 3].map((row) => at(86 + row * 5, 36 + row * 14, line('M-18 0h36', ink.clay, 11), -20)).join('') +
  path('M96 86q22 22 4 26-20-4-4-26z', ink.orange)

/** Tea ready to pour. */
export const teapot = (): string =>
  line('M-20-92q-14-14 0-26M10-92q-14-14 0-26', ink.silverDark, 4) +
  line('M44-22C96-40 100 40 48 44', ink.clayDark, 13) +
  path('M-52-20-104-40q-2 44 50 74z', ink.clay) +
  path('M-66 10C-66-60 54-60 54 10 54 66-66 66-66 10z', ink.clay) +
  path('M0-42C40-38 54-20 54 10 54 52 20 54-6 52 28 28 32-14 0-42z', ink.clayDark) +
  path('M-36-44q30-20 60 0z', ink.clayDark) +
  ball(-6, -62, 10, ink.clay, ink.clayDark) +
  line('M-58 2q50 18 108 0', ink.gold, 4) +
  path('M32 58h66c0 34-14 46-24 46H56c-10 0-24-12-24-46z', ink.sea) +
  ellipse(65, 59, 33, 8, ink.goldDark) +
  path('M-100 104H100v6h-200z', ink.brown) +
  at(-70, 92, leaf(58, 26), -18) +
  at(-70, 92, leaf(48, 22), -62)

/** Rice wine in its bottle, with two cups. */
export const wine = (): string =>
  path('M-14-108h28v16h-28z', ink.red) +
  path('M-12-92h24v40c0 14 34 26 34 66V84q0 14-14 14h-64q-14 0-14-14V14c0-40 34-52 34-66z', '#eef1ea') +
  path('M2-92h10v40c0 14 34 26 34 66V84q0 14-14 14H8c16-60 14-110-6-150z', '#cfd8d2') +
  path('M-30 8h60v60h-60z', ink.red) +
  around(8, 0, (_x, _y, turn) => at(0, 38, path('M0-22l5 14H-5z', ink.gold), turn)) +
  circle(0, 38, 8, ink.gold) +
  [-76, 76]
    .map((x) =>
      at(
        x,
        70,
        path('M-24-20h48L16 26h-32z', ink.sea) +
          path('M4-20h20L16 26H4z', ink.seaDark) +
          ellipse(0, -20, 24, 6, ink.goldDark),
      ),
    )
    .join('')

/** Fermented paste in a bowl, with chili and leaves. */
export const pasteBowl = (): string =>
  at(-30, -30, leaf(92, 34, ink.leafLight, ink.leaf), -128) +
  at(-14, -34, leaf(96, 34), -100) +
  path('M-92-8q92-54 184 0z', '#a5553a') +
  ellipse(0, -8, 94, 22, '#8d4530') +
  ellipse(-6, -10, 80, 15, '#b0603f') +
  several(6, (index) => circle(-52 + index * 22, -12 + (index % 2) * 7, 5, index % 2 === 0 ? ink.gold : '#7a3626')) +
  at(
    34,
    -44,
    path('M-6-34c16-4 26 6 22 24-4 30-22 50-52 62 14-24 18-42 18-62 0-14 4-22 12-24z', ink.red) +
      line('M2-36q2-14 14-18', ink.leafDark, 5),
    18,
  ) +
  path('M-104-6h208c-2 52-34 84-62 96h-84c-28-12-60-44-62-96z', ink.silver) +
  path('M22-6h82c-2 52-34 84-62 96H4c22-26 28-60 18-96z', ink.silverDark) +
  line('M-86 24q14-12 28 0t28 0 28 0 28 0 28 0 28 0M-70 50q14-12 28 0t28 0 28 0 28 0 28 0', ink.seaDark, 4) +
  path('M-38 90h76l6 14h-88z', ink.silverDark)

/** Shelled kernels in a bowl. */
export const nutBowl = (): string =>
  at(-46, -36, leaf(84, 32), -130) +
  at(46, -36, leaf(84, 32), -50) +
  [
    [-56, -6],
    [-20, -16],
    [18, -18],
    [56, -8],
    [-38, -36],
    [0, -46],
    [38, -36],
    [0, -8],
  ]
    .map(
      ([x = 0, y = 0]) =>
        circle(x, y, 23, '#d8b982') +
        ellipse(x - 4, y - 5, 18, 17, ink.cream) +
        ellipse(x - 8, y - 10, 5, 3, '#ffffff'),
    )
    .join('') +
  path('M-104 0h208c-6 50-36 82-64 96h-80c-28-14-58-46-64-96z', ink.clay) +
  path('M24 0h80c-6 50-36 82-64 96H8c22-28 26-62 16-96z', ink.clayDark) +
  line('M-88 24h176M-80 36h160', ink.gold, 3) +
  several(6, (index) => path(`M${-62 + index * 25} 48l10 12-10 12-10-12z`, ink.gold))
