import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Catalog } from '../../site/catalog.js'
import { workingsOf } from '../../site/workings.js'
import { restoreInPlace } from '../../store/backup/restore-in-place.js'
import { dropOrder, readOrder, RESTORING, type RestoreOrder } from '../../store/backup/restore-order.js'
import { ErasedRecords } from '../../care/erased-records.js'
import type { ErasedAgain } from '../../site/care/erase-again.js'
import { freeNameAt } from '../backup/backup-folder.js'
import { addErasedFile, erasedIn, writeErasedFile } from '../backup/erased-file.js'
import { erasedAgainLines } from '../backup/erased-again-lines.js'
import { withShopOf } from '../backup/with-shop-of.js'
import { describeFailure } from '../failure.js'
import type { Session } from '../session.js'
import { tellWarnings } from '../stores.js'

const words = {
  vi: {
    begins: (from: string) => `Đang khôi phục ${from} theo lệnh của văn phòng; dữ liệu hiện nay được sao lưu trước …`,
    done: (from: string, kept: string) => `Đã khôi phục và kiểm tra ${from}. Dữ liệu trước đó: ${kept}`,
    failed: (from: string, why: string) => `Không khôi phục được ${from}; dữ liệu vẫn như cũ. ${why}`,
  },
  en: {
    begins: (from: string) => `Restoring ${from} as the office ordered; the present data are backed up first …`,
    done: (from: string, kept: string) => `Restored and verified ${from}. What was there before: ${kept}`,
    failed: (from: string, why: string) => `${from} could not be restored; the data are as they were. ${why}`,
  },
} as const

/** What came of an order to restore, to be noted in the shop that opens now. */
export interface CarriedOut {
  readonly order: RestoreOrder
  /** The backup of what was there before; null when nothing was restored. */
  readonly keptAs: string | null
  readonly why: string
}

/**
 * Carries out the order to restore that waits in a data folder, before its shop opens. What fails leaves the present data
 * as they are, and the shop opens with them. Null when there is none.
 */
export async function carryOutRestoring(folder: string, { terminal }: Session): Promise<CarriedOut | null> {
  const order = existsSync(folder) ? await readOrder(folder) : null
  if (!order) return null
  const text = words[terminal.language]
  terminal.tell(text.begins(order.from))
  const backups = dirname(order.from)
  const keepAs = join(backups, await freeNameAt(backups, new Date(), '-before-restore'))
  const report = tellWarnings(terminal)
  let erased = new ErasedRecords()
  const again: ErasedAgain[] = []
  const tryOut = async (fresh: string): Promise<void> => {
    await addErasedFile(fresh, erased, 'otherBackup')
    again.push(await withShopOf(fresh, ({ upkeep }) => upkeep.eraseAgain(order.by, basename(order.from), erased)))
    // Before the backup counts: whatever becomes of this restoration, what the present data know as erased is true.
    await writeErasedFile(folder, erased)
  }
  const restoration = await restoreInPlace(folder, {
    from: order.from,
    keepAs,
    readPresent: async (present) => {
      ;({ erased } = await erasedIn(present))
    },
    tryOut,
    report,
  })
  if (restoration.isDone) {
    terminal.tell(text.done(order.from, restoration.keptAs))
    for (const line of again.flatMap((one) => erasedAgainLines(one, terminal.language))) terminal.tell(line)
    return { order, keptAs: basename(restoration.keptAs), why: '' }
  }
  const why = describeFailure(restoration.error, terminal.language, 'ocop restore').text
  terminal.tell(text.failed(order.from, why))
  return { order, keptAs: null, why }
}

/**
 * Notes in the shop what came of an order, and lets it go: it is carried out once. Without one, what a process that was
 * stopped meanwhile has left of an order goes.
 */
export async function noteRestoring(catalog: Catalog, folder: string, carriedOut: CarriedOut | null): Promise<void> {
  if (!carriedOut) {
    if (existsSync(join(folder, RESTORING)) && !(await readOrder(folder))) await dropOrder(folder)
    return
  }
  const { order, keptAs, why } = carriedOut
  const { upkeep } = workingsOf(catalog)
  const name = basename(order.from)
  if (keptAs === null) await upkeep.noteNotRestored(order.by, name, why)
  else await upkeep.noteRestored(order.by, name, keptAs)
  await dropOrder(folder)
}
