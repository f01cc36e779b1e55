import type { Server } from 'node:http'
import { load, type CheerioAPI } from 'cheerio'
import request, { type Response } from 'supertest'

interface Cookie {
  readonly value: string
  readonly path: string
}

const isWithin = (path: string, cookiePath: string): boolean =>
  path === cookiePath || path.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`)

type Fields = Readonly<Record<string, string | readonly string[]>>

const toPairs = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((single): [string, string] => [name, single]))

/** A person with a browser that runs no scripts: reads pages, follows links, fills in forms, keeps cookies. */
export class Visitor {
  readonly #cookies = new Map<string, Cookie>()
  #response: Response | null = null
  #address = '/'
  #sentCookies = ''

  /** @param mount - Where the shop is mounted: '' or a path such as '/ocop'. */
  constructor(
    private readonly server: Server | string,
    private readonly mount = '',
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** Opens an address within the shop and follows where it leads. */
  open(path: string): Promise<this> {
    return this.#go('GET', `${this.mount}${path}`)
  }

  /** Sends a form that is nowhere on the page, as an attacker or a program would. */
  post(path: string, fields: Fields, headers: Readonly<Record<string, string>> = {}): Promise<this> {
    return this.#go('POST', `${this.mount}${path}`, toPairs(fields), headers)
  }

  /** Fills in the form of a button, leaving the rest as the page has it, and presses the button. */
  press(button: string, fields: Fields = {}): Promise<this> {
    const { $ } = this
    const pressed = $(button).first()
    if (pressed.length === 0) throw new Error(`no ${button} on ${this.#address}: ${$('main').text()}`)
    const owner = pressed.attr('form')
    const form = owner === undefined ? pressed.closest('form') : $(`#${owner}`)
    const typed = new Set(Object.keys(fields))
    const kept = form.serializeArray().filter(({ name }) => !typed.has(name))
    const name = pressed.attr('name')
    const pairs = [
      ...kept.map((field): [string, string] => [field.name, field.value]),
      ...toPairs(fields),
      ...(name === undefined ? [] : [[name, pressed.attr('value') ?? ''] as [string, string]]),
    ]
    const action = pressed.attr('formaction') ?? form.attr('action') ?? this.#address
    if (form.attr('method') === 'post') return this.#go('POST', action, pairs)
    return this.#go('GET', `${action}?${new URLSearchParams(pairs).toString()}`)
  }

  /** Follows a link of the page. */
  follow(link: string): Promise<this> {
    const href = this.$(link).first().attr('href')
    if (href === undefined) throw new Error(`no ${link} on ${this.#address}`)
    return this.#go('GET', href)
  }

  /** Follows a link of the page that leads to another site; stays on the page and tells where that is. */
  async leave(link: string): Promise<string> {
    const href = this.$(link).first().attr('href') ?? ''
    const response = await request(this.server)
      .get(href)
      .redirects(0)
      .set({ ...this.headers, cookie: this.#cookiesFor(href) })
    return String(response.headers['location'])
  }

  /** Fetches a file, by a form when fields are given, and stays on the page. */
  async download(path: string, fields?: Fields): Promise<{ readonly type: string; readonly bytes: Buffer }> {
    const address = `${this.mount}${path}`
    const form = new URLSearchParams(toPairs(fields ?? {})).toString()
    const asked = fields
      ? request(this.server).post(address).type('form').send(form)
      : request(this.server).get(address)
    const response = await asked
      .set({ ...this.headers, cookie: this.#cookiesFor(`${this.mount}${path}`) })
      .buffer()
      .parse((stream, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => done(null, Buffer.concat(chunks)))
      })
    return { type: response.type, bytes: response.body as Buffer }
  }

  /** Chooses a file in the form of a button, fills in fields, leaves the rest as it is, and presses the button. */
  async upload(
    button: string,
    file: { field: string; name: string; bytes: Buffer },
    fields: Fields = {},
  ): Promise<this> {
    const form = this.$(button).first().closest('form')
    const address = form.attr('action') ?? this.#address
    const sent = request(this.server)
      .post(address)
      .redirects(0)
      .set({ ...this.headers, cookie: this.#cookiesFor(address) })
    const typed = new Set(Object.keys(fields))
    const kept = form.serializeArray().filter(({ name }) => !typed.has(name))
    for (const [name, value] of [...kept.map((one): [string, string] => [one.name, one.value]), ...toPairs(fields)])
      void sent.field(name, value)
    this.#address = address
    this.#response = await sent.attach(file.field, file.bytes, file.name)
    this.#keepCookies()
    const location = this.#response.headers['location']
    return this.status >= 300 && this.status < 400 && location !== undefined ? this.#go('GET', location) : this
  }

  #cookiesFor(address: string): string {
    const path = address.split('?')[0] ?? ''
    const cookies = [...this.#cookies].filter(([, cookie]) => isWithin(path, cookie.path))
    return cookies.map(([name, { value }]) => `${name}=${value}`).join('; ')
  }

  async #go(
    method: 'GET' | 'POST',
    address: string,
    pairs: readonly [string, string][] = [],
    headers: Readonly<Record<string, string>> = {},
  ): Promise<this> {
    this.#address = address.split('#')[0] ?? ''
    this.#sentCookies = this.#cookiesFor(this.#address)
    const agent = request(this.server)
    const sent = (method === 'GET' ? agent.get(this.#address) : agent.post(this.#address).type('form'))
      .redirects(0)
      .set({ ...this.headers, ...headers })
      .set('cookie', this.#sentCookies)
    this.#response = await (method === 'GET' ? sent : sent.send(new URLSearchParams([...pairs]).toString()))
    this.#keepCookies()
    const location = this.#response.headers['location']
    return this.status >= 300 && this.status < 400 && location !== undefined ? this.#go('GET', location) : this
  }

  #keepCookies(): void {
    for (const line of (this.response.headers['set-cookie'] ?? []) as string[]) {
      const [pair = '', ...attributes] = line.split('; ')
      const split = pair.indexOf('=')
      const name = pair.slice(0, split)
      const path = attributes.find((attribute) => attribute.startsWith('Path='))?.slice(5) ?? '/'
      if (/Expires=Thu, 01 Jan 1970/.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, { value: pair.slice(split + 1), path })
    }
  }

  get response(): Response {
    if (!this.#response) throw new Error('nothing was opened yet')
    return this.#response
  }

  get status(): number {
    return this.response.status
  }

  /** The address of the page within the shop. */
  get path(): string {
    return this.#address.slice(this.mount.length)
  }

  get $(): CheerioAPI {
    return load(this.response.text)
  }

  get title(): string {
    return this.$('title').text()
  }

  /** Text of the page's main part, or of what a selector finds there, in single spaces. */
  text(selector = 'main'): string {
    return this.$(selector).text().replace(/\s+/gu, ' ').trim()
  }

  /** The cookies that went along with the last request. */
  get sentCookies(): string {
    return this.#sentCookies
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)?.value
  }

  cookieNames(): string[] {
    return [...this.#cookies.keys()]
  }

  /** Takes over the cookies of a request. */
  setCookies(header: string): void {
    for (const pair of header.split('; ')) {
      const split = pair.indexOf('=')
      this.setCookie(pair.slice(0, split), pair.slice(split + 1))
    }
  }

  setCookie(name: string, value: string, path = this.mount || '/'): void {
    this.#cookies.set(name, { value, path })
  }
}
