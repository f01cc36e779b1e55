/** A chart of columns, two to each label: now and before. */
export interface ColumnChart {
  readonly width: number
  readonly height: number
  readonly baseline: number
  readonly columns: readonly {
    readonly label: string
    readonly center: number
    readonly now: {
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly value: string
    }
    readonly before: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null
  }[]
}

const STEP = 64
const WIDTH = 24
const HEIGHT = 180
const TOP = 22
const BOTTOM = 26

/**
 * Places the columns of a chart. Now is solid and bears its figure, before is hatched and stands behind it to the right,
 * so nothing depends on colour.
 */
export function toColumnChart(
  points: readonly { readonly label: string; readonly now: number; readonly before: number | null }[],
  write: (value: number) => string,
): ColumnChart | null {
  const most = Math.max(0, ...points.flatMap(({ now, before }) => [now, before ?? 0]))
  if (points.length < 2 || most === 0) return null
  const baseline = HEIGHT - BOTTOM
  const column = (value: number, x: number) => {
    const height = Math.round(((baseline - TOP) * Math.max(value, 0)) / most)
    return { x, y: baseline - height, width: WIDTH, height }
  }
  return {
    width: points.length * STEP + 8,
    height: HEIGHT,
    baseline,
    columns: points.map(({ label, now, before }, index) => {
      const left = index * STEP + 8
      return {
        label,
        center: left + WIDTH,
        now: { ...column(now, left), value: write(now) },
        before: before === null ? null : column(before, left + WIDTH),
      }
    }),
  }
}
