import { CatalogError, type FieldIssue } from '../../catalog/errors.js'
import { singleField } from '../shopping/single-field.js'
import { readAmount } from '../../catalog/prices/read-amount.js'

/** Reads the fields of one form one by one and keeps what is no number, so that all of it is told at once. */
export class TypedFields {
  readonly #issues: FieldIssue[] = []

  constructor(private readonly form: URLSearchParams) {}

  /** What stands in a field; undefined when it is empty. */
  text(path: string): string | undefined {
    return singleField(this.form, path).trim() || undefined
  }

  /** A whole number or an amount of đồng; undefined when the field is empty or wrong. */
  number(path: string, example = '20.000'): number | undefined {
    const typed = this.text(path)
    if (typed === undefined) return undefined
    const value = readAmount(typed)
    if (value === null) this.refuse({ path, code: 'badFormat', params: { example } })
    return value ?? undefined
  }

  isFilled(paths: readonly string[]): boolean {
    return paths.some((path) => this.text(path) !== undefined)
  }

  refuse(issue: FieldIssue): void {
    this.#issues.push(issue)
  }

  /** @throws {CatalogError} `INVALID_INPUT` with one issue for each field that is wrong. */
  check(): void {
    if (this.#issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues: this.#issues })
  }
}
