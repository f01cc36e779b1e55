/** Reads a quantity with a comma or a point before its decimals: `0,5`, `1.5`, `500`. Null when it is none. */
export function readQuantity(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '').replace(',', '.')
  return /^\d+(\.\d{1,3})?$/.test(text) ? Number(text) : null
}

/** Reads a day as it is written in Vietnam, `27/12/2024`, `12/2024` or `2024`, to the form in which it is kept; null when it is none. */
export function readTypedDay(typed: string): string | null {
  const parts = typed.trim().split(/[/.-]/).reverse()
  const [year = '', ...rest] = parts
  if (!/^\d{4}$/.test(year) || rest.length > 2 || !rest.every((part) => /^\d{1,2}$/.test(part))) return null
  return [year, ...rest.map((part) => part.padStart(2, '0'))].join('-')
}
