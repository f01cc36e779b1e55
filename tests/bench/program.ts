import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { AS_DEPLOYED } from './ocop.js'
import type { Setup as AsideSetup } from './programs/aside.js'
import type { Setup as BareSetup } from './programs/bare.js'
import type { Setup as NaiveSetup } from './programs/naive.js'
import type { Setup as ShopSetup } from './programs/shop.js'

interface Setups {
  readonly aside: AsideSetup
  readonly shop: ShopSetup
  readonly bare: BareSetup
  readonly naive: NaiveSetup
}

const FILES: Readonly<Record<keyof Setups, URL>> = {
  aside: new URL('./programs/aside.ts', import.meta.url),
  shop: new URL('./programs/shop.ts', import.meta.url),
  bare: new URL('./programs/bare.ts', import.meta.url),
  naive: new URL('./programs/naive.ts', import.meta.url),
}

/** A server of the bench in a process of its own, all started alike. */
export interface Program {
  readonly origin: string
  /** Processor time that it has used by now, in milliseconds. */
  cpu(): Promise<number>
  stop(): Promise<void>
}

export async function startProgram<N extends keyof Setups>(name: N, setup: Setups[N]): Promise<Program> {
  const execArgv = [...process.execArgv, ...AS_DEPLOYED]
  const child = fork(fileURLToPath(FILES[name]), { execArgv, serialization: 'advanced' })
  const ended = once(child, 'exit') as Promise<[number | null]>
  child.send(setup)
  const origin = await Promise.race([
    (once(child, 'message') as Promise<[string]>).then(([message]) => message),
    ended.then(([code]) => Promise.reject(new Error(`The program ${name} ended with ${String(code)}.`))),
  ])
  return {
    origin,
    async cpu() {
      child.send('cpu')
      const [milliseconds] = (await once(child, 'message')) as [number]
      return milliseconds
    },
    async stop() {
      child.disconnect()
      await ended
    },
  }
}
