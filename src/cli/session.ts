import { existsSync } from 'node:fs'
import type { Catalog } from '../site/catalog.js'
import { createCatalog, flatShipping } from '../index.js'
import { dataFolder } from './data-folder.js'
import { EXIT, refusal, type ExitCode } from './refusal.js'
import { readSiteSettings, type SiteSettings } from './site-settings.js'
import type { Terminal } from './terminal.js'

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

  /**
   * The data folder, which must be there: what only reads does not make one.
   *
   * @throws {Refusal} when it is not.
   */
  existingFolder(options: GlobalOptions): string {
    const folder = this.folder(options)
    if (!existsSync(folder))
      throw refusal(
        `Chưa có thư mục dữ liệu: ${folder}. Chọn thư mục khác bằng --data.`,
        `There is no data folder yet: ${folder}. Choose another one with --data.`,
      )
    return folder
  }

  /** Opens the catalog of a data folder for as long as `work` takes. */
  async withCatalog<T>(folder: string, work: (catalog: Catalog, settings: SiteSettings) => T | Promise<T>): Promise<T> {
    const settings = await readSiteSettings(folder)
    const { name, shipping } = settings
    const catalog = await createCatalog({ folder, name: name?.vi, shipping: shipping && flatShipping(shipping) })
    try {
      return await work(catalog, settings)
    } finally {
      await catalog.close()
    }
  }
}
