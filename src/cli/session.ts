import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Catalog } from '../site/catalog.js'
import { flatShipping } from '../trade/shipping.js'
import type { MailServer } from '../outbound/mail.js'
import { dataFolder } from './settings/data-folder.js'
import { openMailer } from './settings/mail.js'
import { EXIT, refusal, type ExitCode } from './refusal.js'
import { sealKeys } from './settings/seal-keys.js'
import { readSiteSettings, type SiteSettings } from './settings/site-settings.js'
import { describeUrl, openPostgres, tellWarnings } from './stores.js'
import type { Terminal } from './terminal.js'

/** What `site.json` says, and what was opened because of it. */
interface OpenSettings extends SiteSettings {
  readonly mailer: MailServer | null
}

/** Options that every command takes. */
export interface GlobalOptions {
  readonly data?: string
  readonly verbose?: boolean
}

/** One run of `ocop`. */
export class Session {
  exitCode: ExitCode = EXIT.done

  constructor(
    readonly terminal: Terminal,
    readonly env: NodeJS.ProcessEnv,
    readonly cwd: string,
  ) {}

  folder({ data }: GlobalOptions): string {
    return dataFolder(data, this.env, this.cwd)
  }

  /** A path as it was typed, from where the command runs. */
  path(typed: string): string {
    return resolve(this.cwd, typed)
  }

  /** PostgreSQL in place of the folder; null without `DATABASE_URL`. */
  get databaseUrl(): string | null {
    return this.env['DATABASE_URL'] || null
  }

  /** The data folder for a command that only reads: it must be there, unless the data lie in PostgreSQL. */
  existingFolder(options: GlobalOptions): string {
    return this.databaseUrl === null ? this.existingDataFolder(options) : this.folder(options)
  }

  /** @throws {Refusal} when the data folder is not there. */
  existingDataFolder(options: GlobalOptions): string {
    const folder = this.folder(options)
    if (!existsSync(folder))
      throw refusal(
        `Chưa có thư mục dữ liệu: ${folder}. Chọn thư mục khác bằng --data.`,
        `There is no data folder yet: ${folder}. Choose another one with --data.`,
      )
    return folder
  }

  /** Where the data lie, for people. */
  placeOf(folder: string): string {
    return this.databaseUrl === null ? folder : describeUrl(this.databaseUrl)
  }

  /** Opens the catalog in PostgreSQL or in the data folder for as long as `work` takes. `site.json` is the folder's. */
  async withCatalog<T>(folder: string, work: (catalog: Catalog, settings: OpenSettings) => T | Promise<T>): Promise<T> {
    const settings = await readSiteSettings(folder)
    const { name, shipping, ordersPerPhone, payWithinHours, baseUrl, insideHosts, reportFolder } = settings
    const keys = await sealKeys(this.env)
    const mailer = await openMailer(settings, this.env)
    const place =
      this.databaseUrl === null
        ? { folder, onWarning: tellWarnings(this.terminal) }
        : { store: await openPostgres(this.databaseUrl, this.terminal) }
    const { createCatalog } = await import('../create-catalog.js')
    const catalog = await createCatalog({
      ...place,
      photoFolder: join(folder, 'photos'),
      name,
      shipping: shipping && flatShipping(shipping),
      ordersPerPhone,
      payWithinHours,
      baseUrl,
      mailer: mailer ?? undefined,
      sealKeys: keys,
      insideHosts,
      reportFolder: reportFolder && resolve(folder, reportFolder),
    })
    try {
      return await work(catalog, { ...settings, mailer })
    } finally {
      await catalog.close()
      mailer?.close()
    }
  }
}
