import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import path from 'node:path'

const CLI = path.resolve(import.meta.dirname, '../../dist/cli/main.js')

/** The shop as it is run: `ocop serve` in a process of its own, behind a proxy, so that each buyer has an address. */
export class ShopProcess {
  /** Where it has opened: once, and again after a backup was restored. */
  readonly origins: string[]
  #ended: Promise<unknown> | null = null

  private constructor(
    readonly child: ChildProcess,
    readonly origin: string,
    /** What it has told the operator. */
    readonly told: readonly string[],
  ) {
    this.origins = [origin]
  }

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
    return new Promise((resolve, reject) => {
      let shop: ShopProcess | null = null
      createInterface({ input: child.stdout })
        .on('line', (line) => {
          const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
          if (!origin) return
          if (shop) return void shop.origins.push(origin)
          shop = new ShopProcess(child, origin, told)
          resolve(shop)
        })
        .on('close', () => reject(new Error(`The shop did not start: ${told.join('\n')}`)))
    })
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
