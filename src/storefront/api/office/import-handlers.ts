import type * as z from 'zod'
import type { officeRecordOperations } from '../../../api/operations/office-records.js'
import type { Import as ImportSchema, ImportBody } from '../../../api/schemas/office/import.js'
import { maySomewhere } from '../../../access/rights.js'
import { CatalogError, issueText } from '../../../catalog/errors.js'
import type { ImportRecord } from '../../../catalog/office/import-record.js'
import { checkingLane } from '../../../exchange/aside/lane.js'
import { previewImport, type ImportPreview } from '../../../exchange/import/preview-import.js'
import { IMPORT_KINDS } from '../../office/imports/kinds.js'
import type { Visit } from '../../visit.js'
import { takePage } from '../cursor.js'
import type { Call, HandlersOf } from '../handlers.js'

type Part = Pick<typeof officeRecordOperations, 'previewImport' | 'runImport' | 'listImports' | 'undoImport'>

type Body = z.output<typeof ImportBody>

/** The most rows and faults that an answer lists. */
const MOST = 1000

const toImport = ({ id, kind, fileName, rows, at, by, undone }: ImportRecord): z.input<typeof ImportSchema> => ({
  id,
  kind,
  fileName,
  rows,
  at,
  by: by.name,
  undone: undone ? { at: undone.at, by: undone.by.name } : null,
})

/** Checks the file and does with it what is asked, when its turn comes: until then nothing of it is in memory but its bytes. */
async function checkFile<T>(
  { actor, visit }: Call<unknown>,
  body: Body,
  use: (preview: ImportPreview) => T | Promise<T>,
): Promise<T> {
  if (!maySomewhere(actor, 'import.run')) throw new CatalogError('FORBIDDEN', { details: { action: 'import.run' } })
  const file = Buffer.from(body.data, 'base64')
  return checkingLane(file.length).take(async () => {
    const preview = await previewImport(IMPORT_KINDS[body.kind], file, visit.catalog, {
      columns: new Map(Object.entries(body.columns ?? {})),
      forAllRows: new Map(Object.entries(body.forAllRows ?? {})),
      placesBefore2025: body.placesBefore2025 === true,
    })
    return use(preview)
  })
}

const toPreview = (preview: ImportPreview, { language }: Visit) => ({
  rows: preview.rows,
  counts: preview.counts,
  columns: [...preview.columns],
  sideRows: preview.sideRows.slice(0, MOST),
  planned: preview.planned.slice(0, MOST).map(({ row, outcome, label, differences, looksLike }) => ({
    row,
    outcome,
    label,
    differences: [...differences],
    looksLike: looksLike ?? null,
  })),
  faults: preview.faults.slice(0, MOST).map(({ row, column, value, issue }) => ({
    row,
    column,
    value,
    field: issue.path,
    code: issue.code,
    text: issueText(issue, language),
  })),
})

/** Faults of rows as a refusal names them: `rows.12.name`, the row as a spreadsheet counts it. */
function refuseFaults({ faults }: ImportPreview): void {
  if (faults.length === 0) return
  const issues = faults.slice(0, MOST).map(({ row, issue }) => ({ ...issue, path: `rows.${row}.${issue.path}` }))
  throw new CatalogError('INVALID_INPUT', { issues })
}

async function run({ actor, visit }: Call<unknown>, { kind, fileName }: Body, preview: ImportPreview) {
  const { imports } = visit.catalog
  refuseFaults(preview)
  const facts = { kind, fileName, rows: preview.counts.new + preview.counts.changed }
  if (kind !== 'sales') {
    const saved = await imports.save(actor, facts, preview.changes)
    const known = preview.counts.unchanged + preview.counts.repeated
    return { import: saved && toImport(saved), done: saved?.rows ?? 0, known }
  }
  const applied = await preview.apply({
    save: () => Promise.reject(new TypeError('sales save no records')),
    recordPlatformSales: (sales) => imports.record(actor, facts, sales),
  })
  const [latest] = applied.done > 0 ? imports.list(actor) : []
  return { import: latest ? toImport(latest) : null, ...applied }
}

/** Files: tried, imported, taken back, within the provinces of the key. */
export const importHandlers: HandlersOf<Part> = {
  previewImport: async (call) => ({
    body: await checkFile(call, call.body, (preview) => toPreview(preview, call.visit)),
  }),

  runImport: async (call) => ({
    body: await checkFile(call, call.body, (preview) => run(call, call.body, preview)),
  }),

  listImports: ({ actor, query, visit }) => {
    if (!maySomewhere(actor, 'import.run')) throw new CatalogError('FORBIDDEN', { details: { action: 'import.run' } })
    const all = visit.catalog.imports.list(actor)
    const { entries, next } = takePage(all, query)
    return { body: { total: all.length, next, imports: entries.map(toImport) } }
  },

  undoImport: async ({ actor, params, visit }) => ({
    body: toImport(await visit.catalog.imports.undo(actor, params.id)),
  }),
}
