import { inFront, type Route } from '../../route.js'
import { backups, postBackup, postDownload } from './backup-page.js'
import { postCheck, postRestore, restore } from './restore-page.js'

const { get, post } = inFront('office')
const MAKE = { may: 'backup.make' } as const
const RESTORE = { may: 'backup.restore' } as const

export const backupRoutes: readonly Route[] = [
  get('/office/backup', backups, MAKE),
  post('/office/backup', postBackup, MAKE),
  post('/office/backup/download', postDownload, MAKE),
  get('/office/backup/restore', restore, RESTORE),
  post('/office/backup/check', postCheck, RESTORE),
  post('/office/backup/restore', postRestore, RESTORE),
]
