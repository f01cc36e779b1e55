import { CatalogError } from '../../../catalog/errors.js'
import { singleField } from '../../shopping/single-field.js'
import { formatCount, formatInstant } from '../../format.js'
import { toInstant } from '../../../catalog/day.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

const SHOWN = 30
const MB = 1024 * 1024

async function backupPage(
  visit: Visit,
  outcome: { good: readonly string[]; bad: readonly string[] },
): Promise<PageReply> {
  const { site, language, messages } = visit
  const words = messages.office.backup
  const made = (await site.backups?.list()) ?? []
  const view = {
    ...outcome,
    isSetUp: site.backups !== null,
    mayRestore: site.backups?.restoring !== undefined,
    isBusy: site.workings.upkeep.isBusy,
    rows: made.slice(0, SHOWN).map(({ name, bytes, at }) => ({
      name,
      size: words.size(formatCount(Math.max(1, Math.round(bytes / MB)), language)),
      at: formatInstant(toInstant(at)),
    })),
    folder: site.backups?.folder ?? null,
  }
  return page('office/backup', { title: words.title }, view, { status: outcome.bad.length > 0 ? 503 : 200 })
}

/** The backups that there are, and the button that makes one more. */
export const backups: Handler = (visit) => backupPage(visit, { good: [], bad: [] })

/** Makes a backup, which is read again from its first to its last line, and says what it holds. */
export const postBackup: Handler = async (visit) => {
  const { backups: port } = visit.site
  if (!port) return redirect(visit.links.to('/office/backup'))
  const { name, report } = await visit.site.workings.upkeep.backUp(personOf(visit), () => port.make(visit.language))
  return backupPage(visit, name === null ? { good: [], bad: report } : { good: report, bad: [] })
}

/** Sends a backup as a file, and notes who took it. */
export const postDownload: Handler = async (visit) => {
  const name = singleField(visit.form, 'name')
  const { backups: port, workings } = visit.site
  const isKept = (await port?.list())?.some((backup) => backup.name === name)
  // Noted before it is opened: what fails here leaves no file open.
  if (isKept) await workings.upkeep.noteDownload(personOf(visit), name)
  const chunks = isKept ? await port?.read(name) : null
  if (!chunks) throw new CatalogError('NOT_FOUND', { details: { what: 'backup', id: name } })
  const headers = { 'content-disposition': `attachment; filename="${name}"` }
  return { kind: 'stream', type: 'application/gzip', chunks, headers }
}
