import { once } from 'node:events'
import { createServer, type RequestListener, type ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Waits for what the parent process wants done. */
export async function receiveSetup<T>(): Promise<T> {
  const [setup] = (await once(process, 'message')) as [T]
  return setup
}

/**
 * Listens on a free port of this machine alone and tells the parent its address. Whenever the parent asks, it tells the
 * processor time that it has used, in milliseconds; it stops when the parent lets go.
 */
export function listen(
  handler: RequestListener,
  close: () => Promise<void> = () => Promise.resolve(),
  options: ServerOptions = {},
): void {
  const server = createServer(options, handler)
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    process.send?.(`http://127.0.0.1:${port}`)
  })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.((user + system) / 1000)
  })
  process.once('disconnect', () => {
    server.closeAllConnections()
    server.close(() => void close())
  })
}
