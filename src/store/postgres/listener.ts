import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'

/** How long to wait before a lost connection is made anew. */
const RECONNECT_MS = 250

/** A connection of its own on which the database says that there are commits; made anew whenever it is lost. */
export class Listener {
  readonly #closing = new AbortController()
  readonly #closed = once(this.#closing.signal, 'abort')
  readonly #running: Promise<void>

  constructor(
    private readonly config: ClientConfig,
    /** The schema, which is the channel's name too. */
    private readonly channel: string,
    private readonly onNotice: (revision: number) => void,
    /** Called when it begins to listen, and again: what was said before was not heard. */
    private readonly onListening: () => void,
  ) {
    this.#running = this.#run(this.#closing.signal)
  }

  async #run(closing: AbortSignal): Promise<void> {
    while (!closing.aborted) {
      await this.#listen()
      await delay(RECONNECT_MS, undefined, { signal: closing }).catch(() => undefined)
    }
  }

  /** Ends when the connection is lost or could not be made: the feed looks by itself, and reports a lost database. */
  async #listen(): Promise<void> {
    const client = new Client(this.config)
    const ended = new Promise<void>((resolve) => {
      client.on('error', () => resolve())
      client.on('end', () => resolve())
    })
    client.on('notification', ({ payload }) => this.onNotice(Number(payload)))
    try {
      await client.connect()
      await client.query(`listen ${this.channel}`)
      this.onListening()
      await Promise.race([ended, this.#closed])
    } catch {
      // Tried again soon.
    }
    await client.end().catch(() => undefined)
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#running
  }
}
