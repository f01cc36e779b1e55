import fc, { type Arbitrary } from 'fast-check'
import * as z from 'zod'

type JsonSchema = z.core.JSONSchema.JSONSchema

/** Texts of the forms that records have: numbers, days, codes, addresses. A schema takes some of them somewhere. */
const WORDS = [
  'ca-phe-01',
  '0905 123 456',
  '+84905123456',
  'hoa@example.vn',
  'https://example.vn/ca-phe',
  '2026-11-22',
  '2026-11',
  '2026',
  '2026-11-22T05:00:00.000Z',
  '2025-07:66',
  '66',
  '24133',
  '7K2M9-QX4TB',
  '970436',
  '0011001932418',
  'NGUYEN THI HOA',
  '8936003721778',
  'f0'.repeat(32),
  '$scrypt$ln=15,r=8,p=3$c2FsdHNhbHQ$aGFzaGhhc2g',
  'whsec_' + 'A'.repeat(43) + '=',
  'B' + 'A'.repeat(86),
  'A'.repeat(43),
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  `sealed:1:0f0f0f0f:${'A'.repeat(80)}`,
  'B' + 'A'.repeat(86),
  'A'.repeat(43),
  'A'.repeat(22),
  '/photos/abcdefghijklmnopqrstuvwx.jpg',
  'Cà phê bột Buôn Ma Thuột',
  'Thơm,\nđúng vị.',
]

/** Letters that must never be kept, and letters that must be kept whole. */
const LETTERS = ['\0', '\u0007', '\u001b', '\u0085', '\u200b', '\u202e', '\u2066', '\ufeff', '\uffff', '\ud800']
const WHOLE = ['ệ', 'ệ'.normalize('NFD'), 'Ð', 'đ', '👩‍👩‍👧', 'ﷺ', '日本', 'ñ'.normalize('NFD'), '𝒳']

export const hostileText = fc.oneof(
  fc
    .tuple(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...LETTERS), fc.string({ maxLength: 8 }))
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', '__proto__', 'constructor', '<script>', "' OR 1=1--", '=1+1', '1e3', '１', 'NaN'),
  fc
    .tuple(fc.constantFrom('a', 'ệ', ' ', '-', '(', 'a '), fc.constantFrom(500, 20_000))
    .map(([text, times]) => text.repeat(times)),
)

const goodText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...WHOLE, 'a', ' ', '.'), { minLength: 1, maxLength: 20 })
      .map((letters) => letters.join('')),
  },
)

/** Any value where another was expected. */
const anything: Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(null, undefined, true, 0, -1, -0, 1.5, 1e21, 1e308, NaN, Infinity, 2 ** 53 + 2, {}, [], [[]]),
  fc.anything({ maxDepth: 3 }),
  fc.constant(Object.assign(Object.create(null) as object, JSON.parse('{"__proto__":{"isAdmin":true}}'))),
)

function stringFor(schema: JsonSchema): Arbitrary<unknown> {
  const { examples, minLength = 0, maxLength = 1e9 } = schema
  if (examples && examples.length > 0) return fc.constantFrom<unknown>(...examples)
  const fitting = WORDS.filter(({ length }) => length >= minLength && length <= maxLength)
  return fitting.length > 0 ? fc.oneof(fc.constantFrom(...fitting), goodText) : goodText
}

function numberFor({ minimum = -1000, maximum = 1e9, type }: JsonSchema): Arbitrary<unknown> {
  const [min, max] = [Math.max(minimum, -1e9), Math.min(maximum, 1e12)]
  return type === 'integer' || max - min > 1000
    ? fc.maxSafeInteger().map((n) => min + Math.abs(n % (max - min + 1)))
    : fc.double({ min, max, noNaN: true })
}

function objectFor(schema: JsonSchema): Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {}) as [string, JsonSchema][]
  if (properties.length === 0)
    return fc.dictionary(fc.constantFrom('vi', 'en', 'ca-phe-01', 'ingredients'), goodText, { maxKeys: 3 })
  const shape = Object.fromEntries(properties.map(([name, inner]) => [name, nearValid(inner)]))
  return fc.record(shape, { requiredKeys: schema.required ?? [] })
}

/** What a JSON Schema asks for, mostly: forms that it cannot tell are guessed from {@link WORDS}. */
function nearValid(schema: JsonSchema): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom<unknown>(...schema.enum)
  const variants = schema.anyOf ?? schema.oneOf
  if (variants) return fc.oneof(...variants.map(nearValid))
  if (schema.allOf) return nearValid(schema.allOf[0] ?? {})
  switch (schema.type) {
    case 'object':
      return objectFor(schema)
    case 'array': {
      const { items, minItems = 0, maxItems = 100 } = schema
      return fc.array(nearValid((Array.isArray(items) ? items[0] : (items ?? {})) as JsonSchema), {
        minLength: minItems,
        maxLength: Math.min(maxItems, minItems + 2),
      })
    }
    case 'string':
      return stringFor(schema)
    case 'number':
    case 'integer':
      return numberFor(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return goodText
  }
}

/** Puts `value` somewhere into a document, wherever `steps` lead. */
function spoil(document: unknown, steps: readonly number[], value: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined || typeof document !== 'object' || document === null) return value
  const keys = Object.keys(document)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return value
  const copy = Array.isArray(document) ? [...(document as unknown[])] : { ...document }
  Object.defineProperty(copy, key, {
    value: spoil((document as Record<string, unknown>)[key], rest, value),
    enumerable: true,
    configurable: true,
    writable: true,
  })
  return copy
}

const pathOf = (issue: z.core.$ZodIssue): readonly PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path

function setAt(document: unknown, [key, ...rest]: readonly PropertyKey[], value: unknown): unknown {
  if (key === undefined || typeof document !== 'object' || document === null) return value
  const copy = (Array.isArray(document) ? [...(document as unknown[])] : { ...document }) as Record<
    PropertyKey,
    unknown
  >
  if (value === undefined && rest.length === 0) Reflect.deleteProperty(copy, key)
  else copy[key] = setAt(copy[key], rest, value)
  return copy
}

/** Tries one text after the other where a schema finds fault, until it finds none; null when it always does. */
function mend(schema: z.ZodType, document: unknown): unknown {
  let current = document
  for (let round = 0; round < 2 * WORDS.length; round += 1) {
    const { error } = schema.safeParse(current)
    if (!error) return current
    for (const issue of error.issues) {
      const isStray = issue.code === 'unrecognized_keys'
      current = setAt(current, pathOf(issue), isStray ? undefined : WORDS[round % WORDS.length])
    }
  }
  return null
}

const GOOD_RECORDS = 12

/** Records that a schema takes, found by drawing and mending; always the same ones. */
export function goodRecords(schema: z.ZodType): readonly unknown[] {
  const drawn = nearValid(z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' }))
  return fc
    .sample(drawn, { seed: 8, numRuns: GOOD_RECORDS })
    .map((document) => mend(schema, document))
    .filter((document) => document !== null)
}

/** Records that a schema takes, the same with one value gone bad somewhere, and anything at all. */
export function documentsFrom(good: readonly unknown[]): Arbitrary<unknown> {
  const spoiled = fc
    .tuple(
      fc.constantFrom(...good),
      fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 }),
      fc.oneof(hostileText, goodText, anything),
    )
    .map(([document, steps, value]) => spoil(document, steps, value))
  return fc.oneof({ weight: 6, arbitrary: spoiled }, { weight: 1, arbitrary: anything })
}
