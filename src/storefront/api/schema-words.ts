type Json = Readonly<Record<string, unknown>>

/** How a value is written, in a few words, and the named kind that it refers to, if any. */
export interface SchemaWords {
  readonly text: string
  readonly ref: string | null
}

/** One field of a kind of data. */
export interface FieldRow extends SchemaWords {
  readonly name: string
  readonly isRequired: boolean
}

const REF = '#/components/schemas/'

const bounds = ({ minimum, maximum }: Json): string => {
  const isOpen = (limit: unknown) => limit === undefined || Math.abs(Number(limit)) >= Number.MAX_SAFE_INTEGER
  if (isOpen(minimum) && isOpen(maximum)) return ''
  return ` ${isOpen(minimum) ? '' : String(minimum)}…${isOpen(maximum) ? '' : String(maximum)}`
}

const lengths = ({ minLength, maxLength }: Json): string =>
  maxLength === undefined ? '' : ` (${Number(minLength ?? 0)}–${Number(maxLength)})`

/** `string (2–100)`, `integer 1…999`, `a | b`, `Product[]`, `{ sku, quantity }`. */
export function toSchemaWords(schema: Json): SchemaWords {
  const { $ref, enum: values, anyOf, oneOf, type, items, properties, examples } = schema
  if (typeof $ref === 'string') return { text: $ref.replace(REF, ''), ref: $ref.replace(REF, '') }
  if ('const' in schema) return { text: JSON.stringify(schema['const']), ref: null }
  if (Array.isArray(values)) return { text: values.map(String).join(' | '), ref: null }
  const choices = (anyOf ?? oneOf) as readonly Json[] | undefined
  if (choices) {
    const words = choices.map(toSchemaWords)
    return { text: words.map(({ text }) => text).join(' | '), ref: words.find(({ ref }) => ref !== null)?.ref ?? null }
  }
  if (type === 'array' && items) {
    const { text, ref } = toSchemaWords(items as Json)
    return { text: `${text}[]`, ref }
  }
  if (type === 'object' && properties) return { text: `{ ${Object.keys(properties).join(', ')} }`, ref: null }
  const example = Array.isArray(examples) ? ` “${String(examples[0])}”` : ''
  const kind = Array.isArray(type) ? type.map(String).join(' | ') : typeof type === 'string' ? type : 'JSON'
  return { text: `${kind}${bounds(schema)}${lengths(schema)}${example}`, ref: null }
}

/** The fields of a kind of data; empty for what is no object. */
export function toFieldRows(schema: Json): FieldRow[] {
  const required = new Set((schema['required'] ?? []) as readonly string[])
  return Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Json>>).map(([name, field]) => ({
    name,
    isRequired: required.has(name),
    ...toSchemaWords(field),
  }))
}
