import { inFront, type Route } from '../../route.js'
import { report, reportAsCsv, reportAsPdf, reportAsWorkbook } from './report-page.js'
import { reportRows, reportRowsCsv } from './rows-page.js'

const { get } = inFront('office')
const may = 'report.view'

export const reportRoutes: readonly Route[] = [
  get('/office/reports', report, { may }),
  get('/office/reports.csv', reportAsCsv, { may }),
  get('/office/reports.xlsx', reportAsWorkbook, { may }),
  get('/office/reports.pdf', reportAsPdf, { may }),
  get('/office/reports/rows', reportRows, { may }),
  get('/office/reports/rows.csv', reportRowsCsv, { may }),
]
