import type * as z from 'zod'

type Json = Readonly<Record<string, unknown>>

/** Values that read well where a schema says no more than "a text". */
const TEXTS: Readonly<Record<string, string>> = {
  q: 'ca phe',
  id: 'ca-phe-bot',
  slug: 'ca-phe-bot-ea-tu',
  sku: 'EATU-500',
  vi: 'Cà phê bột',
  en: 'Ground coffee',
  name: 'Hợp tác xã Ea Tu',
  decisionNumber: '1489/QĐ-UBND',
  voucher: 'HOICHO2026',
  phone: '0905 123 456',
  street: '12 Lê Duẩn',
  commune: '24133',
  province: '66',
  email: 'htx@example.vn',
  url: 'https://htx.example.vn/nhan-tin',
  cursor: 'eyJhdCI6MjQsIm9mIjoiVDFQTm9Zd3JxZ3cifQ',
  next: 'eyJhdCI6MjQsIm9mIjoiVDFQTm9Zd3JxZ3cifQ',
  currency: 'VND',
  number: '0011001932418',
  code: 'HOICHO2026',
}
const [TEXT, LONG_TEXT] = ['Ví dụ', 'Một câu làm ví dụ, dài hơn một chút.']
/** The same of numbers. */
const NUMBERS: Readonly<Record<string, number>> = { price: 120_000, amount: 20_000, percent: 10, stock: 40, stars: 4 }
const DEEPEST = 14

/** Makes values that fit JSON Schemas, for people to read; `find` follows a reference to a named one. */
class ExampleMaker {
  constructor(private readonly find: (reference: string) => Json | undefined) {}

  make(schema: Json, name = '', depth = 0): unknown {
    if (typeof schema['$ref'] === 'string') return this.make(this.find(schema['$ref']) ?? {}, name, depth + 1)
    const [example] = (schema['examples'] ?? schema['enum'] ?? []) as readonly unknown[]
    if (example !== undefined) return example
    if ('const' in schema) return schema['const']
    const kinds = (schema['anyOf'] ?? schema['oneOf']) as readonly Json[] | undefined
    if (kinds) return this.make(kinds.find(({ type }) => type !== 'null') ?? {}, name, depth)
    const parts = schema['allOf'] as readonly Json[] | undefined
    if (parts) return Object.assign({}, ...parts.map((part) => this.make(part, name, depth))) as unknown
    return this.#ofType(schema, name, depth)
  }

  #ofType(schema: Json, name: string, depth: number): unknown {
    switch ([schema['type']].flat()[0]) {
      case 'object':
        return this.#object(schema, depth)
      case 'array': {
        const isNeeded = Number(schema['minItems'] ?? 0) > 0
        return depth > DEEPEST && !isNeeded ? [] : [this.make((schema['items'] ?? {}) as Json, name, depth + 1)]
      }
      case 'integer':
      case 'number':
        return this.#number(schema, name)
      case 'boolean':
        return true
      case 'null':
        return null
      default:
        return this.#text(schema, name)
    }
  }

  #number({ minimum = 1, maximum = Infinity }: Json, name: string): number {
    return Math.min(Number(maximum), Math.max(NUMBERS[name] ?? 1, Number(minimum)))
  }

  #object(schema: Json, depth: number): Json {
    const needed = new Set((schema['required'] ?? []) as readonly string[])
    const fields = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Json>>)
    const isShown = (name: string): boolean => needed.has(name) || depth < DEEPEST
    return Object.fromEntries(
      fields.filter(([name]) => isShown(name)).map(([name, field]) => [name, this.make(field, name, depth + 1)]),
    )
  }

  #text({ format, minLength, maxLength }: Json, name: string): string {
    if (format === 'date-time') return '2026-11-27T01:30:00.000Z'
    if (format === 'uri') return 'https://ocop.example.vn/'
    if (format === 'uuid') return '8f14e45f-ceea-467f-9d0a-3f5c1b2a7e60'
    if (format === 'email') return 'htx@example.vn'
    if (format === 'base64') return 'iVBORw0KGgo='
    const text = TEXTS[name] ?? TEXT
    return (text.length < Number(minLength ?? 0) ? LONG_TEXT : text).slice(0, Number(maxLength ?? Infinity))
  }
}

/** Takes away what a path leads to, or what it lies in where it is not there. */
function takeAway(value: unknown, [name, ...rest]: readonly PropertyKey[]): boolean {
  if (typeof value !== 'object' || value === null || name === undefined) return false
  if (takeAway(Reflect.get(value, name), rest)) return true
  return name in value && Reflect.deleteProperty(value, name)
}

/** How often an example is mended: fields of which only one may stand are few. */
const MENDS = 8

/**
 * A value that a schema takes, with every field that can stand beside the others.
 *
 * @param find - Follows a reference to a named schema.
 * @returns undefined where none was found.
 */
export function exampleOf(checked: z.ZodType, schema: Json, find: (reference: string) => Json | undefined): unknown {
  const value = new ExampleMaker(find).make(schema)
  for (let mends = 0; mends < MENDS; mends += 1) {
    const { success, error } = checked.safeParse(value)
    if (success) return value
    if (!takeAway(value, error.issues[0]?.path ?? [])) return undefined
  }
  return undefined
}
