import type { Actor } from '../access/actor.js'
import { requireRight } from '../access/rights.js'
import type { SiteContext } from './context.js'
import { trail } from './trail.js'

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
