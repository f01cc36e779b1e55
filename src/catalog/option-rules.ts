import * as z from 'zod'

/** A schema for each option that there is, so that none is forgotten. */
export type OptionRules<O> = { readonly [K in keyof Required<O>]: z.ZodType }

/**
 * An option that may be left out.
 *
 * @param wanted - Follows “must be”.
 */
export const option = (wanted: string, schema: z.ZodType): z.ZodType => neededOption(wanted, schema).optional()

/** An option without which there is nothing to do. */
export const neededOption = (wanted: string, schema: z.ZodType): z.ZodType =>
  z.custom((value) => schema.safeParse(value).success, { error: wanted })

export const Text = z.string().regex(/\S/)
export const Call = z.custom((value) => typeof value === 'function')

/** An object that has these members, of whatever kind. */
export const having = (...members: readonly string[]): z.ZodType =>
  z.custom((value) => typeof value === 'object' && value !== null && members.every((name) => name in value))

export const textOption = option('a text', Text)
export const textsOption = option('a list of texts', z.array(Text))
export const flagOption = option('true or false', z.boolean())
export const callOption = option('a function', Call)
export const addressOption = option(
  'an address such as "https://ocop.example.vn"',
  z
    .string()
    .regex(/^https?:\/\//)
    .refine((text) => URL.canParse(text)),
)
export const localizedOption = option('{ vi: "…", en: "…" }', z.strictObject({ vi: Text, en: Text.optional() }))
export const ownerOption = option(
  '{ name, address, registration, phone, email }, texts, of which the name has to be there',
  z.strictObject({
    name: Text,
    ...z.object({ address: Text, registration: Text, phone: Text, email: Text }).partial().shape,
  }),
)

export const wholeNumberOption = (minimum: number): z.ZodType =>
  option(`a whole number from ${minimum} up`, z.int().min(minimum))

export const oneOfOption = (...values: readonly string[]): z.ZodType =>
  option(values.map((value) => `"${value}"`).join(' or '), z.enum(values))

function faultsOf(
  issue: z.core.$ZodIssue,
  options: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `there is no option ${key}; there are ${names.join(', ')}`)
  const name = String(issue.path[0])
  const value = options[name]
  if (value === undefined) return [`${name} is missing; it must be ${issue.message}`]
  if (value instanceof Promise) return [`${name} is a promise: put “await” before what makes it`]
  return [`${name} must be ${issue.message}`]
}

/**
 * Checks what a developer states before anything is opened, all of it at once. A value that is undefined was not stated.
 *
 * @param caller - The function that takes the options, as it is named in the message.
 * @throws {TypeError} naming each option that is none or cannot be what it is, and how to mend it.
 */
export function checkOptions<O>(caller: string, options: unknown, rules: OptionRules<O>): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError(`${caller} takes one object of options, { … }`)
  const names = Object.keys(rules)
  const stated = { ...Object.fromEntries(names.map((name) => [name, undefined])), ...options }
  const { error } = z.strictObject(rules).safeParse(stated)
  const faults = error?.issues.flatMap((issue) => faultsOf(issue, stated, names)) ?? []
  if (faults.length > 0) throw new TypeError(`${caller}: ${faults.join('; ')}`)
}
