import { usageRefusal } from '../refusal.js'

const DEFAULT_PORT = 3000
const MAX_PORT = 65_535
const MAX_DRAIN = 900

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
  const port = readPort(name, options.port ?? env['PORT'] ?? '') ?? DEFAULT_PORT
  const host = options.host ?? env['HOST']
  return { port, host: host ? host : undefined }
}

/**
 * Where figures for Prometheus are served, from `METRICS_PORT`: on this machine alone, since they are nobody else's
 * business. Null without it.
 *
 * @throws {Refusal} when it is no port.
 */
export function metricsSettings(env: NodeJS.ProcessEnv): ServerSettings | null {
  const port = readPort('METRICS_PORT', env['METRICS_PORT'] ?? '')
  return port === null ? null : { port, host: '127.0.0.1' }
}

/**
 * Reads `--drain`, in seconds.
 *
 * @throws {Refusal} when it is no number, or more than a quarter of an hour.
 */
export const drainSeconds = ({ drain = '' }: { drain?: string }): number => readNumber('--drain', drain, MAX_DRAIN) ?? 0

const readPort = (name: string, value: string): number | null => readNumber(name, value, MAX_PORT)

function readNumber(name: string, value: string, most: number): number | null {
  if (value === '') return null
  if (/\D/.test(value) || Number(value) > most)
    throw usageRefusal(
      `${name}=${value}: cần một số từ 0 đến ${most}.`,
      `${name}=${value}: this must be a number from 0 to ${most}.`,
    )
  return Number(value)
}
