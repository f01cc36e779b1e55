import { usageRefusal } from './refusal.js'

const DEFAULT_PORT = 3000
const MAX_PORT = 65_535

/** Where the storefront listens; without a host on every address of the machine, as hosting services expect. */
export interface ServerSettings {
  readonly port: number
  readonly host: string | undefined
}

/**
 * Reads `--port` and `--host`, else `PORT` and `HOST`.
 *
 * @throws {Refusal} naming the option or variable that is wrong.
 */
export function serverSettings(options: { port?: string; host?: string }, env: NodeJS.ProcessEnv): ServerSettings {
  const name = options.port === undefined ? 'PORT' : '--port'
  const value = options.port ?? env['PORT'] ?? ''
  const port = value === '' ? DEFAULT_PORT : Number(value)
  if (/\D/.test(value) || port > MAX_PORT)
    throw usageRefusal(
      `${name}=${value}: cần một số từ 0 đến ${MAX_PORT}.`,
      `${name}=${value}: this must be a number from 0 to ${MAX_PORT}.`,
    )
  const host = options.host ?? env['HOST']
  return { port, host: host ? host : undefined }
}
