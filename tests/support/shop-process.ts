import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import path from 'node:path'

const CLI = path.resolve(import.meta.dirname, '../../dist/cli/main.js')

/** The shop as it is run: `ocop serve` in a process of its own, behind a proxy, so that each buyer has an address. */
export class ShopProcess {
  /** What it has told the operator. */
  readonly told: string[] = []
  #ended: Promise<unknown> | null = null

  private constructor(
    readonly child: ChildProcess,
    readonly origin: string,
  ) {}

  static async start(
    folder: string,
    env: NodeJS.ProcessEnv = {},
    port = '0',
    more: readonly string[] = [],
  ): Promise<ShopProcess> {
    const args = ['serve', '--empty', '--port', port, '--host', '127.0.0.1', '--data', folder, '--lang', 'en', ...more]
    const child = spawn(process.execPath, [CLI, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], TZ: process.env['TZ'], ...env },
    })
    const told: string[] = []
    createInterface({ input: child.stderr }).on('line', (line) => told.push(line))
    for await (const line of createInterface({ input: child.stdout })) {
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
      if (!origin) continue
      const shop = new ShopProcess(child, origin)
      shop.told.push(...told)
      told.push = (...lines: string[]) => shop.told.push(...lines)
      return shop
    }
    throw new Error(`The shop did not start: ${told.join('\n')}`)
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  end(signal: NodeJS.Signals): Promise<unknown> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve()
    this.child.kill(signal)
    return (this.#ended ??= once(this.child, 'exit'))
  }
}
