/** What the value of an option has to be: a test, and the words for it. */
export interface OptionRule {
  readonly fits: (value: unknown) => boolean
  /** Follows “must be”. */
  readonly wanted: string
  /** Whether there is nothing to do without it. Default: it may be left out. */
  readonly isRequired?: boolean
}

/** A rule for each option that there is, so that none is forgotten. */
export type OptionRules<O> = { readonly [K in keyof Required<O>]: OptionRule }

type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const isWebAddress = (value: unknown): boolean => isText(value) && /^https?:\/\//.test(value) && URL.canParse(value)

const rule = (wanted: string, fits: OptionRule['fits']): OptionRule => ({ wanted, fits })

const fieldRule = (wanted: string, required: string, ...others: readonly string[]): OptionRule =>
  rule(
    wanted,
    (value) =>
      isFields(value) &&
      isText(value[required]) &&
      Object.entries(value).every(
        ([name, field]) => (name === required || others.includes(name)) && (field === undefined || isText(field)),
      ),
  )

export const textRule = rule('a text', isText)
export const textsRule = rule('a list of texts', (value) => Array.isArray(value) && value.every(isText))
export const booleanRule = rule('true or false', (value) => typeof value === 'boolean')
export const functionRule = rule('a function', (value) => typeof value === 'function')
export const addressRule = rule('an address such as "https://ocop.example.vn"', isWebAddress)
export const localizedRule = fieldRule('{ vi: "…", en: "…" }', 'vi', 'en')
export const ownerRule = fieldRule(
  '{ name, address, registration, phone, email }, texts, of which the name has to be there',
  'name',
  ...['address', 'registration', 'phone', 'email'],
)

export const wholeNumberRule = (minimum: number): OptionRule =>
  rule(`a whole number from ${minimum} up`, (value) => Number.isSafeInteger(value) && Number(value) >= minimum)

export const oneOfRule = (...values: readonly string[]): OptionRule =>
  rule(values.map((value) => `"${value}"`).join(' or '), (value) => isText(value) && values.includes(value))

/** An object that has these members, of whatever kind. */
export const havingRule = (wanted: string, ...members: readonly string[]): OptionRule =>
  rule(wanted, (value) => isFields(value) && members.every((name) => name in value))

export const orNull = ({ wanted, fits }: OptionRule): OptionRule =>
  rule(`${wanted}, or null`, (value) => value === null || fits(value))

function faultsOf(name: string, value: unknown, known: OptionRule | undefined, names: readonly string[]): string[] {
  if (!known) return [`there is no option ${name}; there are ${names.join(', ')}`]
  if (value === undefined) return known.isRequired ? [`${name} is missing; it must be ${known.wanted}`] : []
  if (known.fits(value)) return []
  if (value instanceof Promise) return [`${name} is a promise: put “await” before what makes it`]
  return [`${name} must be ${known.wanted}`]
}

/**
 * Checks what a developer states before anything is opened, all of it at once. A value that is undefined was not stated.
 *
 * @param caller - The function that takes the options, as it is named in the message.
 * @throws {TypeError} naming each option that is none or cannot be what it is, and how to mend it.
 */
export function checkOptions<O>(caller: string, options: unknown, rules: OptionRules<O>): void {
  if (!isFields(options)) throw new TypeError(`${caller} takes one object of options, { … }`)
  const names = Object.keys(rules)
  const faults = [...new Set([...names, ...Object.keys(options)])].flatMap((name) =>
    faultsOf(name, options[name], Object.hasOwn(rules, name) ? rules[name as keyof O] : undefined, names),
  )
  if (faults.length > 0) throw new TypeError(`${caller}: ${faults.join('; ')}`)
}
