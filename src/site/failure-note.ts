import { CatalogError } from '../catalog/errors.js'

const MOST_CHARACTERS = 300

/** Why something failed, in one line, to be kept beside it for people to read. */
export function failureNote(error: unknown): string {
  const text = error instanceof CatalogError ? error.text('vi') : error instanceof Error ? error.message : String(error)
  return text.replace(/\s+/g, ' ').slice(0, MOST_CHARACTERS)
}
