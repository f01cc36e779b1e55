const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1000, n: 1000, tr: 1_000_000 }

/**
 * Reads an amount of đồng as people type it: `120000`, `120.000`, `120 000 đ`, `120k`, `1tr2` (a million and two hundred
 * thousand). Null when it is none.
 */
export function readAmount(typed: string): number | null {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/đồng|vnđ|vnd|[đ₫\s]/g, '')
  const million = /^(\d{1,3})tr(\d)$/.exec(text)
  if (million) return Number(million[1]) * 1_000_000 + Number(million[2]) * 100_000
  const match = /^(\d+|\d{1,3}(?:[.,]\d{3})+)(k|n|tr)?$/.exec(text)
  return match ? Number((match[1] ?? '').replace(/[.,]/g, '')) * (UNITS[match[2] ?? ''] ?? 1) : null
}

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
