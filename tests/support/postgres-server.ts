import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { findPostgres, type PostgresBinaries } from './postgres-binaries.js'

/** A PostgreSQL server of one's own, on a free port of this machine, with its data in a temporary folder. */
export class PostgresServer {
  #process: ChildProcess | null = null

  private constructor(
    private readonly binaries: PostgresBinaries,
    private readonly folder: string,
    readonly port: number,
    private readonly settings: readonly string[],
  ) {}

  /** @param settings Of the server. Without fsync by default: what a process has written outlives it; only a power cut would tell. */
  static async start(settings: readonly string[] = ['fsync=off']): Promise<PostgresServer> {
    const binaries = await findPostgres()
    const folder = mkdtempSync(join(tmpdir(), 'ocop-postgres-'))
    const { uid, gid } = binaries.account
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
    const initdb = ['-D', join(folder, 'data'), '-U', 'shop', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
    execFileSync(join(binaries.folder, 'initdb'), initdb, { ...binaries.account, cwd: folder, stdio: 'pipe' })
    const server = new PostgresServer(binaries, folder, await freePort(), settings)
    await server.resume()
    return server
  }

  get url(): string {
    return `postgres://shop@127.0.0.1:${this.port}/postgres`
  }

  /** Starts the server on its data unless it runs, and waits until it answers. */
  async resume(): Promise<void> {
    if (this.#process) return
    const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${this.folder}`, ...this.settings]
    const args = [
      '-D',
      join(this.folder, 'data'),
      '-p',
      String(this.port),
      ...settings.flatMap((setting) => ['-c', setting]),
    ]
    const options = { ...this.binaries.account, cwd: this.folder, stdio: 'ignore' } as const
    this.#process = spawn(join(this.binaries.folder, 'postgres'), args, options)
    for (;;) {
      if (this.#process.exitCode !== null) throw new Error('PostgreSQL did not start.')
      if (await this.#answers()) return
      await delay(20)
    }
  }

  async #answers(): Promise<boolean> {
    const client = new Client({ connectionString: this.url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return true
    } catch {
      return false
    } finally {
      await client.end()
    }
  }

  /** Runs SQL over a connection of its own. */
  async query<Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.url })
    await client.connect()
    try {
      return (await client.query<Row>(text, values)).rows
    } finally {
      await client.end()
    }
  }

  /** Ends the server at once: `SIGINT` rolls back and closes its files, `SIGQUIT` leaves them as after a crash. */
  async halt(signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
    const running = this.#process
    this.#process = null
    if (!running || running.exitCode !== null) return
    const exited = once(running, 'exit')
    running.kill(signal)
    await exited
  }

  async stop(): Promise<void> {
    await this.halt()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A server for a file of tests. Without one, CI fails and a person is told what was not tested. */
export async function serverForTests(): Promise<PostgresServer | null> {
  try {
    return await PostgresServer.start()
  } catch (error) {
    if (process.env['CI']) throw error
    console.warn(`NOT TESTED on PostgreSQL: ${String(error)}.`)
    return null
  }
}
