import type * as z from 'zod'
import { CatalogError, type FieldIssue, isIssueCode, type IssueCode } from './errors.js'

type Params = Record<string, string | number>
const issue = (path: string, code: IssueCode, params: Params = {}): FieldIssue => ({ path, code, params })

/** Values that are not there at all get "fill it in" rather than a type lesson. */
const isMissing = (input: unknown): boolean => input === undefined || input === null || input === ''

const OF_SIZE: Record<string, readonly [IssueCode, IssueCode]> = {
  string: ['tooShort', 'tooLong'],
  array: ['tooFew', 'tooMany'],
}

function toIssues(raw: z.core.$ZodIssue): FieldIssue[] {
  const path = raw.path.map(String).join('.')
  switch (raw.code) {
    case 'invalid_type':
      if (isMissing(raw.input)) return [issue(path, 'required')]
      return [raw.expected === 'int' ? issue(path, 'notInteger') : issue(path, 'wrongType', { expected: raw.expected })]
    case 'too_small': {
      const minimum = Number(raw.minimum)
      if (raw.origin === 'string' && isMissing(raw.input)) return [issue(path, 'required')]
      return [issue(path, OF_SIZE[raw.origin]?.[0] ?? 'tooSmall', { minimum })]
    }
    case 'too_big':
      return [issue(path, OF_SIZE[raw.origin]?.[1] ?? 'tooLarge', { maximum: Number(raw.maximum) })]
    case 'invalid_value':
      return [
        isMissing(raw.input)
          ? issue(path, 'required')
          : issue(path, 'notInList', { values: raw.values.map(String).join(', ') }),
      ]
    case 'unrecognized_keys':
      return raw.keys.map((key) => issue([path, key].filter(Boolean).join('.'), 'unknownField'))
    case 'invalid_union':
      return isMissing(raw.input)
        ? [issue(path, 'required')]
        : (raw.errors[0] ?? []).flatMap((inner) => toIssues({ ...inner, path: [...raw.path, ...inner.path] }))
    case 'custom': {
      if (isMissing(raw.input)) return [issue(path, 'required')]
      const { code, ...params } = (raw.params ?? {}) as { code?: unknown } & Params
      return [issue(path, isIssueCode(code) ? code : 'badFormat', params)]
    }
    case 'invalid_format':
      return [issue(path, 'badFormat', { example: raw.format === 'url' ? 'https://vi-du.vn' : '' })]
    default:
      return [issue(path, 'badFormat', { example: '' })]
  }
}

/**
 * Parses unknown input with a schema and gathers the issues of all fields at once.
 *
 * @throws {CatalogError} `INVALID_INPUT` with one issue per fault, paths dotted from the input's root.
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  const issues = result.error.issues.flatMap(toIssues)
  // A number beyond what a computer counts is beyond the field's own limit, too; the latter is told.
  const own = issues.filter(
    ({ path, code }, index) => !issues.some((other, at) => at > index && other.path === path && other.code === code),
  )
  throw new CatalogError('INVALID_INPUT', { issues: own })
}
