type Column = Uint8Array | Uint32Array | Float64Array

const FEWEST = 4
const GROWTH = 1.3

/** The column itself when it has room for so many numbers, otherwise a copy that has, and some more. */
export function withRoom<C extends Column>(column: C, size: number): C {
  if (size <= column.length) return column
  const grown = new (column.constructor as new (length: number) => C)(Math.max(FEWEST, Math.ceil(size * GROWTH)))
  grown.set(column)
  return grown
}
