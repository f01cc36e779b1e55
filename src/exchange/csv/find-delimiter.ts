/** What separates cells: comma, semicolon (Excel with Vietnamese settings) or tab. */
export type Delimiter = ',' | ';' | '\t'

const CANDIDATES: readonly Delimiter[] = [',', ';', '\t']

/** Excel's own hint on a line before the headings: `sep=;`. */
const HINT = /^sep=([,;\t])\r?\n/i

/**
 * Finds the delimiter by the heading row: the candidate that occurs there most often outside quotes. A file of one
 * column has none and is read as comma-separated.
 */
export function findDelimiter(text: string): { delimiter: Delimiter; hintLines: 0 | 1 } {
  const hint = HINT.exec(text)?.[1]
  if (hint) return { delimiter: hint as Delimiter, hintLines: 1 }
  const counts = new Map<string, number>()
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    if (quoted) continue
    if (character === '\n' || character === '\r') break
    counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const [best = ','] = CANDIDATES.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  return { delimiter: best, hintLines: 0 }
}
