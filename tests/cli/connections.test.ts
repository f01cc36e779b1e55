import type { Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { afterEach, describe, expect, it } from 'vitest'
import { CONNECTION_LIMITS } from '../../src/cli/serve/connections.js'
import { listen, stopListening } from '../../src/cli/serve/listen.js'
import { PATIENCE_MS } from '../support/patience.js'

/** A hundredth of the patience of a real shop, so that the test need not wait. */
const SHORT = { headers: 150, request: 400, silence: 450, answer: 600, connections: 5 }
const LONG_PAGE = 'x'.repeat(20 * 1024 * 1024)

const servers: Server[] = []
const sockets: Socket[] = []

async function shop(limits = SHORT): Promise<number> {
  const server = await listen(
    (request, response) => {
      request.resume().on('end', () => response.end(request.url === '/long' ? LONG_PAGE : 'hello'))
    },
    { port: 0, host: '127.0.0.1' },
    { limits },
  )
  servers.push(server)
  return (server.address() as AddressInfo).port
}

function client(port: number): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  sockets.push(socket)
  return socket
}

const connectionsOf = (): Promise<number> =>
  new Promise((resolve) => servers[0]?.getConnections((_, count) => resolve(count)))

/** Milliseconds until the server has ended the connection. */
async function cutAfter(socket: Socket): Promise<number> {
  const start = performance.now()
  await new Promise((resolve) => socket.once('close', resolve))
  return performance.now() - start
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  for (const server of servers.splice(0)) await stopListening(server)
})

describe('A client that only holds a place', () => {
  it('is cut when its headers drip', async () => {
    const socket = client(await shop())
    socket.write('GET / HTTP/1.1\r\nHost: shop\r\n')
    const drip = setInterval(() => socket.write('X-Drip: 1\r\n'), 50)
    socket.resume()
    expect(await cutAfter(socket)).toBeLessThan(PATIENCE_MS)
    clearInterval(drip)
  })

  it('is cut when its body drips', async () => {
    const socket = client(await shop())
    socket.write('POST / HTTP/1.1\r\nHost: shop\r\nContent-Length: 100000\r\n\r\n')
    const drip = setInterval(() => socket.write('x'), 50)
    socket.resume()
    expect(await cutAfter(socket)).toBeLessThan(PATIENCE_MS)
    clearInterval(drip)
  })

  it('is cut when it never takes in what it asked for', async () => {
    const socket = client(await shop())
    const cut = cutAfter(socket)
    socket.pause()
    socket.write('GET /long HTTP/1.1\r\nHost: shop\r\n\r\n')
    let bytes = 0
    const read = setInterval(() => {
      const chunk = socket.read(100) as Buffer | null
      bytes += chunk?.length ?? 0
    }, 100)
    await expect.poll(connectionsOf).toBe(1)
    await expect.poll(connectionsOf).toBe(0)
    clearInterval(read)
    // What lies in the buffers on the way still comes; the page is not whole.
    socket.on('data', (chunk: Buffer) => (bytes += chunk.length))
    socket.resume()
    await cut
    expect(bytes).toBeLessThan(LONG_PAGE.length)
  })

  it('does not keep others out: there is a bound on connections, and the others are answered', async () => {
    const port = await shop({ ...SHORT, headers: PATIENCE_MS, request: PATIENCE_MS, silence: PATIENCE_MS })
    for (let n = 0; n < 4; n += 1) client(port).write('GET / HTTP/1.1\r\n')
    const answer = await fetch(`http://127.0.0.1:${port}/`)
    expect(await answer.text()).toBe('hello')
  })
})

describe('The limits of a shop', () => {
  it('cut a slow client within 45 seconds of silence or a minute of dawdling', () => {
    expect(CONNECTION_LIMITS).toMatchObject({ headers: 15_000, request: 40_000, silence: 45_000, answer: 60_000 })
  })
})
