import { inFront, type Route } from '../../route.js'
import { backups, postBackup, postDownload } from './backup-page.js'

const { get, post } = inFront('office')
const MAKE = { may: 'backup.make' } as const

export const backupRoutes: readonly Route[] = [
  get('/office/backup', backups, MAKE),
  post('/office/backup', postBackup, MAKE),
  post('/office/backup/download', postDownload, MAKE),
]
