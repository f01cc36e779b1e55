import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname

/** The real process, as a person or a hosting service starts it. */
class Ocop {
  readonly #child: ChildProcess
  readonly exit: Promise<unknown[]>
  out = ''
  err = ''

  constructor(argv: readonly string[], env: NodeJS.ProcessEnv) {
    this.#child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...argv], {
      env: { PATH: process.env['PATH'], ...env },
    })
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.out += text))
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.err += text))
    this.exit = once(this.#child, 'exit')
  }

  /** The address that it prints once it answers. */
  async address(): Promise<string> {
    for (;;) {
      const found = /https?:\/\/\S+/.exec(this.out)?.[0]
      if (found) return found
      if (this.#child.exitCode !== null) throw new Error(`it ended: ${this.err}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  stop(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }
}

/** Loaded before the command: says on standard error when a request or an answer is given another prototype. */
const TELL_OF_PROTOTYPES = `data:text/javascript,${encodeURIComponent(`
  import { IncomingMessage, ServerResponse } from 'node:http'
  const set = Object.setPrototypeOf
  Object.setPrototypeOf = (object, prototype) => {
    const isMessage = object instanceof IncomingMessage || object instanceof ServerResponse
    const isMade = Object.keys(object).length > 0
    if (isMessage && isMade && Object.getPrototypeOf(object) !== prototype) console.error('another prototype')
    return set(object, prototype)
  }
`)}`

let folder: string
const started: Ocop[] = []

const start = (argv: readonly string[], env: NodeJS.ProcessEnv = {}): Ocop => {
  const ocop = new Ocop(argv, { OCOP_DATA: folder, LANG: 'en_US.UTF-8', ...env })
  started.push(ocop)
  return ocop
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-serve-'))
})
afterEach(async () => {
  for (const ocop of started.splice(0)) {
    ocop.stop('SIGKILL')
    await ocop.exit
  }
})
afterAll(() => rm(folder, { recursive: true }))

describe('ocop serve', () => {
  it('makes requests and answers as Express wants them, so that none is changed and outlives quick collections', async () => {
    const ocop = start(['serve', '--empty', '--data', join(folder, 'plain')], {
      PORT: '0',
      HOST: '127.0.0.1',
      NODE_OPTIONS: `--import ${TELL_OF_PROTOTYPES}`,
    })
    const address = await ocop.address()
    for (const path of ['/', '/products', '/api/v1/products', '/nowhere'])
      expect((await fetch(`${address}${path}`)).headers.get('content-type')).toBeTruthy()
    ocop.stop('SIGTERM')
    await ocop.exit
    expect(ocop.err).not.toContain('another prototype')
  })

  it('opens the storefront with the sample on an empty folder, says so, and ends cleanly on SIGTERM', async () => {
    const ocop = start(['serve'], { PORT: '0', HOST: '127.0.0.1' })
    const address = await ocop.address()
    expect(ocop.out).toContain('383 real products, each with its source; prices and stock of')
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const page = await fetch(`${address}/`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('OCOP')

    const second = start(['serve', '--port', '0'])
    expect(await second.exit).toEqual([1, null])
    expect(second.err).toMatch(
      /^The data folder .* is in use by process \d+\. Stop that process first\. .*share the catalog\.\n$/,
    )

    const port = new URL(address).port
    const third = start(['serve', '--data', join(folder, 'other'), '--empty', '--host', '127.0.0.1', '--port', port])
    expect(await third.exit).toEqual([1, null])
    expect(third.err).toMatch(new RegExp(`^Port ${port} is in use by another program\\..*--port \\d+\\n$`))

    ocop.stop('SIGTERM')
    expect(await ocop.exit).toEqual([0, null])
    expect(ocop.err).toBe('Stopping …\nStopped.\n')
  })

  it('finds what it had when it starts again, and writes requests without address or query when asked', async () => {
    const ocop = start(['serve', '--host', '127.0.0.1', '--port', '0', '--access-log'])
    const address = await ocop.address()
    expect(ocop.out).not.toContain('sample')
    await fetch(`${address}/?q=0905123456`)
    ocop.stop('SIGINT')
    expect(await ocop.exit).toEqual([0, null])
    expect(ocop.err).toMatch(/"method":"GET","path":"\/","status":\d+/)
    expect(ocop.err).not.toMatch(/0905123456|127\.0\.0\.1/)
  })
})

describe('site.json in the data folder', () => {
  const withSite = (settings: unknown) => writeFile(join(folder, 'site.json'), JSON.stringify(settings))
  afterEach(() => rm(join(folder, 'site.json'), { force: true }))

  it('names the shop, its owner and what shipping costs', async () => {
    await withSite({
      name: { vi: 'Chợ quê Đắk Lắk', en: 'Dak Lak Market' },
      owner: { name: 'Sở Công Thương', phone: '0262 3852 852' },
    })
    const ocop = start(['serve', '--port', '0', '--host', '127.0.0.1'])
    const page = await (await fetch(await ocop.address())).text()
    expect(page).toContain('Chợ quê Đắk Lắk')
    expect(page).toContain('Sở Công Thương')
  })

  it('that is wrong is refused with every fault of it', async () => {
    await withSite({ mode: 'shop', shipping: { charge: -1, freeFrom: 0 }, colour: 'red' })
    const ocop = start(['serve', '--port', '0'])
    await ocop.exit
    expect(ocop.err).toMatch(/site\.json:[\s\S]*mode: [\s\S]*shipping\.charge: [\s\S]*colour: /)
  })
})

describe('What a running shop tells those who look after it', () => {
  it('are figures for Prometheus, on this machine alone, and only when asked for', async () => {
    const shop = start(['serve', '--port', '0', '--empty'], { METRICS_PORT: '0' })
    await shop.address()
    await expect.poll(() => shop.out).toMatch(/open/)
    const [metrics = '', origin = ''] = shop.out.match(/http:\/\/\S+/g) ?? []
    expect(metrics).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/)
    await (await fetch(`${origin}/products?q=mat-ong`)).text()
    await (await fetch(`${origin}/wp-login.php`)).text()
    const text = await (await fetch(metrics)).text()
    expect(text).toMatch(/http_requests_total\{method="GET",section="\/products",status="200"\} 1/)
    expect(text).toMatch(/http_requests_total\{method="GET",section="other",status="404"\} 1/)
    expect(text).toMatch(/ocop_products 0/)
    expect(text).not.toContain('mat-ong')
  })

  it('is a line for each request with its id, without what was asked for', async () => {
    const shop = start(['serve', '--port', '0', '--empty', '--access-log'])
    const answer = await fetch(`${await shop.address()}/products?q=0905123456`)
    const id = answer.headers.get('x-request-id') ?? ''
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    await answer.text()
    await expect.poll(() => shop.err).toContain(`"id":"${id}","method":"GET","path":"/products","status":200`)
    expect(shop.err).not.toContain('0905123456')
    const missing = await fetch(`${await shop.address()}/no-such-page`)
    expect(await missing.text()).toContain(missing.headers.get('x-request-id'))
  })
})
