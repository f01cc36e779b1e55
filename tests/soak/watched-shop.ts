import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { ShopProcess } from '../support/shop-process.js'

const PROBE = pathToFileURL(path.join(import.meta.dirname, 'memory-probe.mjs')).href
const ASKED_EVERY_MS = 20
/** A heap snapshot of a shop takes some seconds, and longer while the machine does other work. */
const PATIENCE_MS = 120_000

/** What a process holds once its garbage is collected. */
export type Held = NodeJS.MemoryUsage

/** The built server with a probe in it that says what it holds. */
export class WatchedShop {
  private constructor(readonly shop: ShopProcess) {}

  /** @param snapshots - A folder for a heap snapshot at each look. */
  static async start(folder: string, snapshots?: string): Promise<WatchedShop> {
    const env = { NODE_OPTIONS: `--import ${PROBE}`, ...(snapshots ? { SOAK_SNAPSHOTS: snapshots } : {}) }
    return new WatchedShop(await ShopProcess.start(folder, env))
  }

  get origin(): string {
    return this.shop.origin
  }

  async look(): Promise<Held> {
    const before = this.shop.told.length
    this.shop.child.kill('SIGUSR2')
    for (let waited = 0; waited < PATIENCE_MS; waited += ASKED_EVERY_MS) {
      const line = this.shop.told.slice(before).find((told) => told.startsWith('{"held"'))
      if (line !== undefined) return (JSON.parse(line) as { held: Held }).held
      await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS))
    }
    throw new Error(`The server does not say what it holds: ${this.shop.told.at(-1) ?? 'it is silent'}`)
  }
}
