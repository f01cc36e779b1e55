import { system, type Actor } from '../access/actor.js'
import { requireRight } from '../access/rights.js'
import { fieldError } from '../catalog/errors.js'
import type { AccountId } from '../catalog/ids.js'
import type { ErasedRecords } from '../care/erased-records.js'
import { eraseAgain, planErasingAgain, type ErasedAgain } from './care/erase-again.js'
import type { Eraser } from './care/eraser.js'
import type { SiteContext } from './context.js'
import { trail } from './trail.js'

/** The account that asked for something while other data were there. */
interface Asker {
  readonly id: string
  readonly name: string
}

/** May do nothing: it is only named. */
const toActor = ({ id, name }: Asker): Actor => ({
  kind: 'person',
  accountId: id as AccountId,
  name,
  memberships: [],
})

/** What is done to the site as a whole. */
export class Upkeep {
  #running: Promise<unknown> | null = null
  #isChecking = false
  #isRestoring = false

  constructor(
    private readonly site: SiteContext,
    private readonly eraser: Eraser,
  ) {}

  /** True while a backup is made. */
  get isBusy(): boolean {
    return this.#running !== null
  }

  /** Notes that somebody takes a backup away: it holds everything. @throws {CatalogError} `FORBIDDEN` */
  async noteDownload(actor: Actor, name: string): Promise<void> {
    requireRight(actor, 'backup.make', { kind: 'country' })
    const subject = { collection: 'backups', id: name }
    await this.site.commit({ audit: trail(this.site, actor, { action: 'backups.download', subject }) })
  }

  /**
   * Looks a backup through, one at a time: each is unpacked and opened by a process of its own.
   *
   * @throws {CatalogError} `FORBIDDEN`; `INVALID_INPUT` while another is looked through.
   */
  async check<T>(actor: Actor, look: () => Promise<T>): Promise<T> {
    requireRight(actor, 'backup.restore', { kind: 'country' })
    if (this.#isChecking)
      throw fieldError('name', 'inconsistent', {
        why: 'Đang kiểm tra một bản sao lưu. Mỗi lúc chỉ kiểm tra một bản: hãy thử lại sau ít phút.',
        whyEn: 'A backup is being checked already, and only one is at a time: try again in some minutes.',
      })
    this.#isChecking = true
    try {
      return await look()
    } finally {
      this.#isChecking = false
    }
  }

  /**
   * Has the site's data replaced by those of a backup: notes who asked for it, and hands the order on. The first who asks
   * is heard; the shop closes then.
   *
   * @throws {CatalogError} `FORBIDDEN`; `INVALID_INPUT` when somebody was faster.
   */
  async restore(actor: Actor, name: string, order: () => Promise<void>): Promise<void> {
    requireRight(actor, 'backup.restore', { kind: 'country' })
    if (this.#isRestoring)
      throw fieldError('name', 'inconsistent', {
        why: 'Người khác vừa yêu cầu khôi phục; gian hàng đang đóng. Hãy đợi gian hàng mở lại rồi xem nhật ký thay đổi.',
        whyEn:
          'Somebody else has just asked for a backup to be restored, and the shop is closing. Wait until it opens again, and look at the audit trail.',
      })
    this.#isRestoring = true
    try {
      const subject = { collection: 'backups', id: name }
      await this.site.commit({ audit: trail(this.site, actor, { action: 'backups.orderRestoring', subject }) })
      await order()
    } catch (error) {
      this.#isRestoring = false
      throw error
    }
  }

  /** How much a restored backup still holds of what was erased since it was made. Changes nothing. */
  async countErasedSince(erased: ErasedRecords): Promise<ErasedAgain> {
    return (await planErasingAgain(this.site, erased)).counts
  }

  /**
   * Erases from the data of a backup what was erased since it was made, and notes how much that was: what somebody had
   * erased stays erased (Law 91/2025/QH15). Requests that were answered by erasing are answered here, too.
   *
   * @param by - Who asked for the backup; null for whoever runs the command line.
   * @param name - The backup's.
   */
  async eraseAgain(by: Asker | null, name: string, erased: ErasedRecords): Promise<ErasedAgain> {
    const actor = by ? toActor(by) : system('ocop restore')
    return eraseAgain(this.site, this.eraser, erased, (counts) =>
      trail(this.site, actor, {
        action: 'backups.eraseAgain',
        subject: { collection: 'backups', id: name },
        after: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
      }),
    )
  }

  /**
   * Notes in the data of a backup that they are the site's now, and ends every session that was open when it was made:
   * some have been ended since.
   *
   * @param keptAs - The backup that holds what the site had before.
   */
  async noteRestored(by: Asker, name: string, keptAs: string): Promise<void> {
    await this.site.change(() => {
      const puts = this.site.state
        .all('accounts')
        .filter(({ sessions }) => sessions.length > 0)
        .map((account) => this.site.put('accounts', this.site.draft('accounts', { ...account, sessions: [] })))
      const deed = { action: 'backups.restore', subject: { collection: 'backups', id: name }, after: { keptAs } }
      return { commit: { puts, audit: trail(this.site, toActor(by), deed) }, result: null }
    })
  }

  /** Notes that a backup could not be restored and why; the data are as they were. */
  async noteNotRestored(by: Asker, name: string, why: string): Promise<void> {
    const subject = { collection: 'backups', id: name }
    const reason = why.replace(/\s+/g, ' ').trim().slice(0, 300)
    const deed = { action: 'backups.failToRestore', subject, reason }
    await this.site.commit({ audit: trail(this.site, toActor(by), deed) })
  }

  /**
   * Has a backup made, one at a time, and notes who asked for it.
   *
   * @param make - Makes it and says its name. Asked for while one is made, it waits for that one instead.
   * @throws {CatalogError} `FORBIDDEN`, and what `make` throws; nothing is noted then.
   */
  async backUp<T extends { readonly name: string | null }>(actor: Actor, make: () => Promise<T>): Promise<T> {
    requireRight(actor, 'backup.make', { kind: 'country' })
    if (this.#running) return this.#running as Promise<T>
    const made = make()
    this.#running = made
    try {
      const backup = await made
      if (backup.name === null) return backup
      const audit = trail(this.site, actor, {
        action: 'backups.make',
        subject: { collection: 'backups', id: backup.name },
      })
      await this.site.commit({ audit })
      return backup
    } finally {
      this.#running = null
    }
  }
}
