import { fieldError, type CatalogError } from '../../catalog/errors.js'

/** The refusal of a whole file, in both languages; its one issue bears the path `file`. */
export const fileRefusal = (why: string, whyEn: string): CatalogError =>
  fieldError('file', 'inconsistent', { why, whyEn })
