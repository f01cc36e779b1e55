import { ERRORS } from './errors/error-table.js'
import { ISSUES, KINDS } from './errors/issue-table.js'
import type { Language } from './text.js'

/** Why the library refuses, by a word that stays the same: `CONFLICT`, `OUT_OF_STOCK`. */
export type ErrorCode = keyof typeof ERRORS

/** What is wrong with one field. `params` fill the sentence and are safe to show. */
export interface FieldIssue {
  /** Dotted path from the root of the input, such as `variants.0.price`; empty for the input as a whole. */
  readonly path: string
  /** Stable; `issueText` has the sentence. */
  readonly code: IssueCode
  /** What the sentence names, such as the largest number allowed. */
  readonly params: Readonly<Record<string, string | number>>
}

/** What can be wrong with one field, by a word that stays the same: `required`, `tooLong`. */
export type IssueCode = keyof typeof ISSUES

const fill = (template: string, params: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))

/** The sentence for one field issue, in the person's language. */
export const issueText = (issue: FieldIssue, language: Language): string =>
  fill(ISSUES[issue.code][language], {
    ...issue.params,
    expected: KINDS[issue.params['expected'] ?? '']?.[language] ?? issue.params['expected'] ?? '',
  })

/** True for the codes that {@link FieldIssue} knows; the parser uses it to trust codes that schemas attach. */
export const isIssueCode = (code: unknown): code is IssueCode => typeof code === 'string' && code in ISSUES

/**
 * The one error class of the library: a stable `code`, the HTTP `status` that fits, the field issues when input
 * was refused, and `details` that are safe to show to anyone. `message` is the English sentence, for logs.
 */
export class CatalogError extends Error {
  /** Stable: switch on it. */
  readonly code: ErrorCode
  /** The HTTP status that fits. */
  readonly status: number
  /** What is wrong with which field; empty unless input was refused. */
  readonly issues: readonly FieldIssue[]
  /** What the sentences name. Safe to show to anyone. */
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    code: ErrorCode,
    options: {
      details?: Readonly<Record<string, string | number>>
      issues?: readonly FieldIssue[]
      cause?: unknown
    } = {},
  ) {
    const issues = options.issues ?? []
    const details = { count: issues.length, ...options.details }
    const where = issues.map((issue) => `${issue.path || '(input)'}: ${issueText(issue, 'en')}`).join(' ')
    super([fill(ERRORS[code].en, details), where].filter(Boolean).join(' '), { cause: options.cause })
    this.name = 'CatalogError'
    this.code = code
    this.status = ERRORS[code].status
    this.issues = issues
    this.details = details
  }

  /** The sentence for people, without the field issues. */
  text(language: Language): string {
    return fill(ERRORS[this.code][language], this.details)
  }

  /** All of it for people: the sentence, and below it a line for each field. */
  describe(language: Language): string {
    const lines = this.issues.map((issue) => `  ${issue.path ? `${issue.path}: ` : ''}${issueText(issue, language)}`)
    return [this.text(language), ...lines].join('\n')
  }
}

/** An `INVALID_INPUT` error about one field. */
export const fieldError = (
  path: string,
  code: IssueCode,
  params: Readonly<Record<string, string | number>> = {},
): CatalogError => new CatalogError('INVALID_INPUT', { issues: [{ path, code, params }] })
