/** One bar of a chart that the server draws: where it stands, and its value in words above it. */
export interface Bar {
  readonly label: string
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The drawing: so many units wide and high, bars on a ground with labels below and values above. */
const CHART = { width: 360, height: 150, ground: 126, top: 18 } as const
const GAP = 6

/** Bars of equal width from zero; without any value they all lie on the ground. */
export function toBars(
  values: readonly { readonly label: string; readonly value: number }[],
  words: (value: number) => string,
): readonly Bar[] {
  const most = Math.max(1, ...values.map(({ value }) => value))
  const step = CHART.width / values.length
  return values.map(({ label, value }, index) => {
    const height = Math.round((value / most) * (CHART.ground - CHART.top))
    return {
      label,
      words: value === 0 ? '' : words(value),
      x: Math.round(index * step + GAP / 2),
      y: CHART.ground - height,
      width: Math.round(step - GAP),
      height,
    }
  })
}
