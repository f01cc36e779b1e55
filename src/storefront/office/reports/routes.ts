import { inFront, type Route } from '../../route.js'
import { report, reportAsCsv, reportAsPdf, reportAsWorkbook } from './report-page.js'
import { postRemoveSchedule, postSchedule, postTakeOverSchedule, schedules } from './schedules-page.js'
import { reportRows, reportRowsCsv } from './rows-page.js'

const { get, post } = inFront('office')
const may = 'report.view'
const SCHEDULE = { may: 'report.schedule' } as const

export const reportRoutes: readonly Route[] = [
  get('/office/reports', report, { may }),
  get('/office/reports.csv', reportAsCsv, { may }),
  get('/office/reports.xlsx', reportAsWorkbook, { may }),
  get('/office/reports.pdf', reportAsPdf, { may }),
  get('/office/reports/schedules', schedules, SCHEDULE),
  post('/office/reports/schedules', postSchedule, SCHEDULE),
  post('/office/reports/schedules/take-over', postTakeOverSchedule, SCHEDULE),
  post('/office/reports/schedules/remove', postRemoveSchedule, SCHEDULE),
  get('/office/reports/rows', reportRows, { may }),
  get('/office/reports/rows.csv', reportRowsCsv, { may }),
]
