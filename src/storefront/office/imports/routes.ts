import { WORKBOOK_LIMITS } from '../../../exchange/xlsx/workbook-limits.js'
import { inFront, type Route } from '../../route.js'
import { importTemplate, imports, postImport, postUndo } from './imports-page.js'
import { importFaults, importJob, postApply, postColumns } from './job-page.js'

const { get, post } = inFront('office')
const RUN = { may: 'import.run' } as const

export const importRoutes: readonly Route[] = [
  get('/office/imports', imports, RUN),
  post('/office/imports', postImport, {
    ...RUN,
    upload: { fields: ['file'], maxFiles: 1, maxBytes: WORKBOOK_LIMITS.bytes },
  }),
  get('/office/imports/template.csv', importTemplate, RUN),
  get('/office/imports/jobs/:id', importJob, RUN),
  get('/office/imports/jobs/:id/faults.csv', importFaults, RUN),
  post('/office/imports/jobs/:id/columns', postColumns, RUN),
  post('/office/imports/jobs/:id/apply', postApply, RUN),
  post('/office/imports/:id/undo', postUndo, { may: 'import.undo' }),
]
