import { jsonSchemaOf, RECORD_NAMES } from '../../src/catalog/json-schema.js'

type Schema = ReturnType<typeof jsonSchemaOf>
type Node = Exclude<Schema, boolean>

const HEAD = `# Records and their limits

Made from the schemas that check every record: \`npm run docs:records\`. The same in full as JSON Schema: \`npx ocop schema product\`. \`version\` and \`changedAt\` are the catalog's to set and are not handed in. Text is kept in NFC; control, zero-width and bidi characters are refused.
`

const isNull = (node: Node): boolean => node.type === 'null'

/** The node without "or null", and whether null is allowed. */
function unwrap(node: Node): { node: Node; nullable: boolean } {
  const options = node.anyOf
  const rest = options?.filter((option) => !isNull(option))
  return options && rest?.length === 1 && rest[0] ? { node: rest[0], nullable: true } : { node, nullable: false }
}

const constants = (node: Node): unknown[] =>
  (node.anyOf ?? []).flatMap((option) => ('const' in option ? [option.const] : constants(option)))

const between = (least: number | undefined, most: number | undefined, unit: string): string => {
  const upper = most === Number.MAX_SAFE_INTEGER ? undefined : most
  if (least === undefined && upper === undefined) return ''
  if (upper === undefined) return `at least ${least}${unit}`
  return least === undefined ? `at most ${upper}${unit}` : `${least} to ${upper}${unit}`
}

function limits(node: Node): string {
  const [example] = node.examples ?? []
  return [
    node.enum ? node.enum.join(' · ') : constants(node).map(String).join(' · '),
    between(node.minLength, node.maxLength, ' characters'),
    between(node.minItems, node.maxItems, ' items'),
    between(node.minimum, node.maximum, ''),
    node.pattern && node.format === undefined ? `form \`${node.pattern.replaceAll('|', '\\|')}\`` : '',
    example === undefined ? '' : `such as \`${example as string}\``,
    node.format && node.format !== 'date-time' ? node.format : '',
  ]
    .filter(Boolean)
    .join('; ')
}

const kindOf = (node: Node): string =>
  node.enum || constants(node).length > 0
    ? 'one of'
    : node.format === 'date-time'
      ? 'time'
      : [node.type ?? 'any'].flat().join(' or ')

function rows(node: Node, path: string, required: boolean): string[] {
  const { node: inner, nullable } = unwrap(node)
  const need = [required ? 'required' : 'optional', nullable ? 'may be null' : ''].filter(Boolean).join(', ')
  const own = path === '' ? [] : [`| \`${path}\` | ${kindOf(inner)} | ${need} | ${limits(inner)} |`]
  const items = inner.items && typeof inner.items === 'object' && !Array.isArray(inner.items) ? [inner.items] : []
  const fields = Object.entries(inner.properties ?? {}).flatMap(([name, child]) =>
    rows(child as Node, [path, name].filter(Boolean).join('.'), inner.required?.includes(name) ?? false),
  )
  return [...own, ...fields, ...items.flatMap((item) => rows(item, `${path}[]`, true).slice(1))]
}

/** The page `docs/records.md`: every field of every record with its limits, from the schemas. */
export const recordDocs = (): string =>
  HEAD +
  RECORD_NAMES.map((name) => {
    const table = rows(jsonSchemaOf(name), '', true).join('\n')
    return `\n## ${name}\n\n| field | kind | | limits |\n|---|---|---|---|\n${table}\n`
  }).join('')
