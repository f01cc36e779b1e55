import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** With this PostgreSQL ends every answer: "ready for query", outside a transaction. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])

/** A way to a server of this machine that can be cut: at once, or, to PostgreSQL, when the answer to a request is on its way. */
export class FragileLine {
  readonly #sockets = new Set<Socket>()
  #breaksAt: string | null = null
  #isForGood = false
  /** Answers that were lost. */
  lost = 0
  /** Questions that were answered in full, each a way there and back. */
  roundTrips = 0

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async to(serverPort: number): Promise<FragileLine> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const line = new FragileLine(server, (server.address() as AddressInfo).port)
    server.on('connection', (near) => line.#join(near, connect(serverPort, '127.0.0.1')))
    return line
  }

  #join(near: Socket, far: Socket): void {
    let isDoomed = false
    for (const socket of [near, far]) {
      this.#sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        this.#sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (request) => {
      if (this.#breaksAt !== null && request.includes(this.#breaksAt)) {
        this.#breaksAt = null
        isDoomed = true
      }
      far.write(request)
    })
    far.on('data', (answer) => {
      if (answer.includes(READY)) this.roundTrips += 1
      if (isDoomed) {
        this.lost += 1
        near.destroy()
        if (this.#isForGood) this.cut()
      } else near.write(answer)
    })
  }

  /** The next request that holds these words reaches the server; then the line breaks in place of the answer. */
  breakAt(words: string, options: { forGood?: boolean } = {}): void {
    this.#breaksAt = words
    this.#isForGood = options.forGood ?? false
  }

  /** Cuts the line and takes no more calls. */
  cut(): void {
    this.server.close()
    for (const socket of this.#sockets) socket.destroy()
  }

  /** Takes calls again, at the same port, after it was cut. */
  async mend(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1')
    await once(this.server, 'listening')
  }
}
