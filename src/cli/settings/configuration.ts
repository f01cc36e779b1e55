import { bankNoticeSecret } from './bank-notice-secret.js'
import { Refusal, EXIT, usageRefusal } from '../refusal.js'
import { sealKeys } from './seal-keys.js'
import { mailSettings } from './mail.js'
import { drainSeconds, metricsSettings, serverSettings, type ServerSettings } from './server-settings.js'
import { readSiteSettings, type SiteSettings } from './site-settings.js'
import type { Language } from '../../catalog/text.js'

/** Everything that a running shop is told from outside, checked. */
export interface Configuration {
  readonly server: ServerSettings
  readonly metrics: ServerSettings | null
  /** Seconds for which it goes on answering after the signal to stop. */
  readonly drain: number
  readonly site: SiteSettings
  readonly bankNoticeSecret: string | undefined
}

/** @throws {Refusal} */
function checkDatabaseUrl(env: NodeJS.ProcessEnv): void {
  const url = env['DATABASE_URL']
  if (!url) return
  if (URL.canParse(url) && /^postgres(?:ql)?:$/.test(new URL(url).protocol)) return
  throw usageRefusal(
    'DATABASE_URL: cần địa chỉ dạng postgres://tên:mật-khẩu@máy/cơ-sở-dữ-liệu',
    'DATABASE_URL: this must be an address such as postgres://name:password@host/database',
  )
}

const join = (faults: readonly Refusal[], language: Language): string =>
  faults.map(({ sentences }) => sentences[language]).join('\n')

/** One refusal that says everything that several say. */
const toOne = (faults: readonly Refusal[]): Refusal =>
  new Refusal(
    { vi: join(faults, 'vi'), en: join(faults, 'en') },
    faults.every(({ exitCode }) => exitCode === EXIT.usage) ? EXIT.usage : EXIT.refused,
  )

/**
 * Reads flags, environment and `site.json`, and names all faults of all of them at once, before anything is opened.
 *
 * @throws {Refusal}
 */
export async function readConfiguration(
  options: { readonly port?: string; readonly host?: string; readonly drain?: string },
  env: NodeJS.ProcessEnv,
  folder: string,
): Promise<Configuration> {
  const faults: Refusal[] = []
  const read = async <T>(what: () => T | Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await what()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      faults.push(error)
      return otherwise
    }
  }
  const server = await read(() => serverSettings(options, env), { port: 0, host: undefined })
  const metrics = await read(() => metricsSettings(env), null)
  const drain = await read(() => drainSeconds(options), 0)
  await read(() => checkDatabaseUrl(env), undefined)
  const site = await read(() => readSiteSettings(folder), {})
  const secret = await read(() => bankNoticeSecret(site, env), undefined)
  await read(() => mailSettings(site, env), null)
  await read(() => sealKeys(env), [])
  if (faults.length > 0) throw toOne(faults)
  return { server, metrics, drain, site, bankNoticeSecret: secret }
}
