import * as z from 'zod'
import { Instant } from '../../../catalog/day.js'
import { ImportRecord } from '../../../catalog/office/import-record.js'
import { line } from '../../../catalog/text.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'

const { kind } = ImportRecord.shape

/** The most characters of a file in base64: about 15 MB. */
const MAX_FILE_TEXT = 21_000_000

/** A CSV or Excel file, as it lies on somebody's disk, in base64. */
export const ImportBody = named(
  'ImportBody',
  z.strictObject({
    kind,
    fileName: line(200),
    data: z.base64().min(1).max(MAX_FILE_TEXT),
    /** Which field a heading is, where the heading does not say it itself: `{ "Cột A": "name" }`. */
    columns: z.record(z.string().max(200), z.string().max(60)).optional(),
    /** What holds for every row of a file that has no column for it: `{ "province": "Đắk Lắk" }`. */
    forAllRows: z.record(z.string().max(60), line(300)).optional(),
    /** Provinces that bear one name in both lists are those of before July 2025. */
    placesBefore2025: z.boolean().optional(),
  }),
)

/** What importing a file would do; nothing is changed by asking. Of long lists the first thousand. */
export const ImportPreview = named(
  'ImportPreview',
  z.strictObject({
    rows: z.int(),
    counts: z.strictObject({
      new: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      repeated: z.int(),
      faulty: z.int(),
    }),
    columns: z.array(z.strictObject({ heading: z.string(), field: z.string().nullable() })),
    /** Rows that are no entries: headings of parts, sums, signatures. */
    sideRows: z.array(z.strictObject({ row: z.int(), text: z.string() })),
    planned: z.array(
      z.strictObject({
        row: z.int(),
        outcome: z.enum(['new', 'changed', 'unchanged', 'repeated']),
        label: z.string(),
        differences: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
        /** Perhaps the same thing, misspelt. */
        looksLike: z.string().nullable(),
      }),
    ),
    faults: z.array(
      z.strictObject({
        row: z.int(),
        column: z.string().nullable(),
        value: z.string(),
        field: z.string(),
        code: z.string(),
        text: z.string(),
      }),
    ),
  }),
)

export const Import = named(
  'Import',
  z.strictObject({
    id: z.string(),
    kind,
    fileName: z.string(),
    rows: z.int(),
    at: Instant,
    by: z.string(),
    undone: z.strictObject({ at: Instant, by: z.string() }).nullable(),
  }),
)
export const ImportRun = named(
  'ImportRun',
  z.strictObject({
    /** Null when the file said nothing new. */
    import: Import.nullable(),
    /** Rows that added or changed something. */
    done: z.int(),
    /** Rows that were known already. */
    known: z.int(),
  }),
)
export const ImportPage = named('ImportPage', z.strictObject({ total: z.int(), next: Next, imports: z.array(Import) }))
