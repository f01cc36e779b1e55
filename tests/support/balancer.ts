import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A door before several servers, which sends each request to the next of them. */
export class Balancer {
  #turn = 0

  private constructor(
    private readonly server: Server,
    /** Where requests go, each in its turn. */
    public origins: readonly string[],
  ) {}

  static async start(origins: readonly string[]): Promise<Balancer> {
    const server = createServer()
    const balancer = new Balancer(server, origins)
    server.on('request', (asked, answer) => {
      const { method, headers, url = '/' } = asked
      const passed = request(new URL(url, balancer.#next()), { method, headers }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers)
        got.pipe(answer)
      })
      passed.on('error', () => answer.destroy())
      asked.pipe(passed)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    return balancer
  }

  #next(): string {
    return this.origins[this.#turn++ % this.origins.length] ?? ''
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  stop(): void {
    this.server.closeAllConnections()
    this.server.close()
  }
}
