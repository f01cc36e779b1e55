import { fieldError, type CatalogError } from '../../catalog/errors.js'

/** The refusal of a whole file, in both languages; its one issue bears the path `file`. */
export const fileRefusal = (why: string, whyEn: string): CatalogError =>
  fieldError('file', 'inconsistent', { why, whyEn })

export const withoutHeadings = (): CatalogError =>
  fileRefusal(
    'Tệp không có dòng tiêu đề. Hãy ghi tên các cột trên dữ liệu, như trong tệp mẫu.',
    'The file has no row of headings. Put the names of the columns above the data, as in the template.',
  )
