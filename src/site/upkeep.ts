import type { Actor } from '../access/actor.js'
import { requireRight } from '../access/rights.js'
import type { AccountId } from '../catalog/ids.js'
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

  constructor(private readonly site: SiteContext) {}

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
   * Has the site's data replaced by those of a backup: notes who asked for it, and hands the order on.
   *
   * @throws {CatalogError} `FORBIDDEN`
   */
  async restore(actor: Actor, name: string, order: () => Promise<void>): Promise<void> {
    requireRight(actor, 'backup.restore', { kind: 'country' })
    const subject = { collection: 'backups', id: name }
    await this.site.commit({ audit: trail(this.site, actor, { action: 'backups.orderRestoring', subject }) })
    await order()
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
