type Column = Uint8Array | Uint32Array | Float64Array

const FEWEST = 4
/** Many columns are short, and a short one costs little when half of it is empty. */
const SHORT = 512
const SHORT_GROWTH = 2
const GROWTH = 1.25

/** The column itself when it has room for so many numbers, otherwise a copy that has, and some more. */
export function withRoom<C extends Column>(column: C, size: number): C {
  if (size <= column.length) return column
  const grown = new (column.constructor as new (length: number) => C)(
    Math.max(FEWEST, Math.ceil(size * (size < SHORT ? SHORT_GROWTH : GROWTH))),
  )
  grown.set(column)
  return grown
}
