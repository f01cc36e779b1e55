export const ENCODINGS = ['br', 'gzip', 'identity'] as const
/** How a body is encoded on the wire. */
export type Encoding = (typeof ENCODINGS)[number]

const MOST_REMEMBERED = 200
const chosen = new Map<string, Encoding>()

function weigh(header: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)) || 0)
  }
  return weights
}

function choose(header: string): Encoding {
  const weights = weigh(header)
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get('*') ?? 0
  const compressed = ENCODINGS.filter((encoding) => encoding !== 'identity' && weightOf(encoding) > 0)
  const best = compressed.sort((a, b) => weightOf(b) - weightOf(a))[0] ?? 'identity'
  return (weights.get('identity') ?? 0) > weightOf(best) ? 'identity' : best
}

/** The encoding to answer an `Accept-Encoding` with: the one preferred there, of equals Brotli. */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity'
  const known = chosen.get(header)
  if (known) return known
  const encoding = choose(header)
  if (chosen.size < MOST_REMEMBERED) chosen.set(header, encoding)
  return encoding
}
