import * as z from 'zod'
import { CatalogError, type FieldIssue } from './errors.js'

/** A sentence, or a part of one, for whoever sets the site up. */
interface Said {
  readonly vi: string
  readonly en: string
}

/** What one option has to be. */
export interface OptionRule {
  /** Follows “must be”. */
  readonly wanted: Said
  readonly schema: z.ZodType
  /** Whether there is nothing to do without it. */
  readonly isNeeded: boolean
}

/** A rule for each option that there is, so that none is forgotten. */
export type OptionRules<O> = { readonly [K in keyof Required<O>]: OptionRule }

/**
 * An option that may be left out.
 *
 * @param vi - Follows “phải là”.
 * @param en - Follows “must be”.
 */
export const option = (vi: string, en: string, schema: z.ZodType): OptionRule => ({
  wanted: { vi, en },
  schema,
  isNeeded: false,
})

/** An option without which there is nothing to do. */
export const neededOption = (vi: string, en: string, schema: z.ZodType): OptionRule => ({
  ...option(vi, en, schema),
  isNeeded: true,
})

export const Text = z.string().regex(/\S/)
export const Call = z.custom((value) => typeof value === 'function')

/** An object that has these members, of whatever kind. */
export const having = (...members: readonly string[]): z.ZodType =>
  z.custom((value) => typeof value === 'object' && value !== null && members.every((name) => name in value))

export const textOption = option('chữ', 'a text', Text)
export const flagOption = option('true hoặc false', 'true or false', z.boolean())
export const callOption = option('một hàm', 'a function', Call)
export const addressOption = option(
  'một địa chỉ như "https://ocop.example.vn"',
  'an address such as "https://ocop.example.vn"',
  z
    .string()
    .regex(/^https?:\/\//)
    .refine((text) => URL.canParse(text)),
)
export const localizedOption = option(
  '{ vi: "…", en: "…" }',
  '{ vi: "…", en: "…" }',
  z.strictObject({ vi: Text, en: Text.optional() }),
)
export const ownerOption = option(
  '{ name, address, registration, phone, email, superior, reportNumber, place }, đều là chữ, trong đó phải có name',
  '{ name, address, registration, phone, email, superior, reportNumber, place }, texts, of which the name has to be there',
  z.strictObject({
    name: Text,
    ...z
      .object({
        address: Text,
        registration: Text,
        phone: Text,
        email: Text,
        superior: Text,
        reportNumber: Text,
        place: Text,
      })
      .partial().shape,
  }),
)

export const wholeNumberOption = (minimum: number): OptionRule =>
  option(`số nguyên từ ${minimum} trở lên`, `a whole number from ${minimum} up`, z.int().min(minimum))

/** A limit that may be lifted. */
export const numberOrNullOption = option(
  'số nguyên từ 1 trở lên, hoặc null',
  'a whole number from 1 up, or null',
  z.int().min(1).nullable(),
)

export function oneOfOption(...values: readonly string[]): OptionRule {
  const quoted = values.map((value) => `"${value}"`)
  return option(quoted.join(' hoặc '), quoted.join(' or '), z.enum(values))
}

/** A fault of one option, said in both languages. */
export const optionFault = (path: string, vi: string, en: string): FieldIssue => ({
  path,
  code: 'wrongOption',
  params: { why: vi, whyEn: en },
})

/**
 * Refuses what a developer or the owner of a site has stated.
 *
 * @param caller - The function that takes the options, as it is named in the sentence.
 */
export const refuseOptions = (caller: string, ...issues: readonly FieldIssue[]): CatalogError =>
  new CatalogError('INVALID_OPTIONS', { details: { caller }, issues })

function faultOf(name: string, value: unknown, { wanted, schema, isNeeded }: OptionRule): FieldIssue | null {
  if (value === undefined)
    return isNeeded ? optionFault(name, `Chưa có; phải là ${wanted.vi}.`, `Missing; it must be ${wanted.en}.`) : null
  if (value instanceof Promise)
    return optionFault(
      name,
      'Đây là một promise: đặt “await” trước lệnh tạo ra nó.',
      'This is a promise: put “await” before what makes it.',
    )
  return schema.safeParse(value).success
    ? null
    : optionFault(name, `Phải là ${wanted.vi}.`, `This must be ${wanted.en}.`)
}

/**
 * Checks what is stated before anything is opened, all of it at once. A value that is undefined was not stated.
 *
 * @param caller - The function that takes the options, as it is named in the sentence.
 * @throws {CatalogError} `INVALID_OPTIONS` naming each option that is none or cannot be what it is, and how to mend it.
 */
export function checkOptions<O>(caller: string, options: unknown, rules: OptionRules<O>): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw refuseOptions(
      caller,
      optionFault('', 'Cần một nhóm tùy chọn, { … }.', 'This takes one object of options, { … }.'),
    )
  const known: Readonly<Record<string, OptionRule>> = rules
  const stated: Readonly<Record<string, unknown>> = { ...options }
  const names = Object.keys(known)
  const faults = Object.entries(known).map(([name, rule]) => faultOf(name, stated[name], rule))
  const strange = Object.keys(stated).filter((name) => !Object.hasOwn(known, name))
  const issues = [
    ...faults.filter((fault) => fault !== null),
    ...strange.map((path): FieldIssue => ({ path, code: 'unknownOption', params: { names: names.join(', ') } })),
  ]
  if (issues.length > 0) throw refuseOptions(caller, ...issues)
}
