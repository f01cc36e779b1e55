import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CONNECTION_LIMITS, limitAnswers, limitConnections, type ConnectionLimits } from './connections.js'
import { refusal, type Refusal } from '../refusal.js'
import type { ServerSettings } from '../settings/server-settings.js'

/** How long open requests may take to end when the server stops. */
const GRACE_MS = 30_000
/** Connections whose last answer is out are closed this often while the server stops. */
const IDLE_MS = 50

function toRefusal(error: NodeJS.ErrnoException, { port, host }: ServerSettings): Refusal | Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return refusal(
        `Cổng ${port} đang được chương trình khác dùng. Hãy dừng chương trình đó, hoặc chọn cổng khác: --port ${port + 1}`,
        `Port ${port} is in use by another program. Stop that program, or choose another port: --port ${port + 1}`,
      )
    case 'EACCES':
      return refusal(
        `Không được phép dùng cổng ${port}. Hãy chọn cổng từ 1024 trở lên: --port 3000`,
        `Port ${port} may not be used. Choose one from 1024 on: --port 3000`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return refusal(
        `Máy này không có địa chỉ “${host ?? ''}” (--host, HOST).`,
        `This machine has no address “${host ?? ''}” (--host, HOST).`,
      )
    default:
      return error
  }
}

interface ListenOptions {
  readonly limits?: ConnectionLimits
  /** As `messagesOf` gives them. Default: those of Node. */
  readonly messages?: ServerOptions
}

/**
 * Starts to listen.
 *
 * @throws {Refusal} when port or host cannot be used, saying what to do.
 */
export async function listen(
  handler: RequestListener,
  settings: ServerSettings,
  { limits = CONNECTION_LIMITS, messages = {} }: ListenOptions = {},
): Promise<Server> {
  const options = { ...messages, connectionsCheckingInterval: limits.headers / 5 }
  const server = createServer(options, limitAnswers(handler, limits))
  limitConnections(server, limits)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(toRefusal(error, settings)))
    server.listen(settings.port, settings.host, resolve)
  })
  return server
}

/** The address to open in a browser. */
export function addressOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo
  const isEverywhere = address === '::' || address === '0.0.0.0'
  const host = isEverywhere ? 'localhost' : address.includes(':') ? `[${address}]` : address
  return `http://${host}:${port}`
}

/** Takes no new requests and waits for those under way, for a while. */
export async function stopListening(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearTimeout(cut)
  clearInterval(idle)
}

/** Settles with the first signal to stop; a second one ends the process at once. */
export const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1))
        resolve(signal)
      })
  })
