import { load, type CheerioAPI } from 'cheerio'
import type { Route } from '../../src/storefront/route.js'
import { allRoutes } from '../../src/storefront/fronts/all-routes.js'

/** A form as a page has it: what somebody would send who only presses its button. */
export interface Form {
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly isMultipart: boolean
  /** Names of its file fields. */
  readonly files: readonly string[]
}

/** One address of the shop with a method, and what is known of how it is used. */
export interface Door {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly pattern: string
  readonly front: 'shop' | 'account' | 'office' | 'producer'
  /** Addresses seen on pages that lead here. */
  readonly addresses: Set<string>
  readonly forms: Form[]
  readonly upload: Route['upload']
}

const routes = await allRoutes()
const MOST_KEPT = 30

const frontOf = ({ access }: Route): Door['front'] =>
  access === undefined ? 'shop' : access.front === 'signingIn' ? 'account' : access.front

const BESIDE_THE_TABLE = ['/photos/:file', '/assets/:file', '/manifest.webmanifest', '/sw.js', '/nowhere/:at/:all']

const toExpression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+?^$()|[\]\\]/g, '\\$&')
      .replace(/\/\{\*\w+\}/g, '(?:/.*)?')
      .replace(/:\w+/g, '[^/]+?')}$`,
  )

type Found = ReturnType<CheerioAPI>

/** The fields of a form, with the name of its button and all that may be ticked or chosen. */
function toForm($: CheerioAPI, form: Found, isPlain: boolean): Form {
  const named = (selector: string) =>
    form
      .find(selector)
      .toArray()
      .map((input): [string, string] => [$(input).attr('name') ?? '', $(input).attr('value') ?? ''])
      .filter(([name]) => name !== '')
  const typed = form.serializeArray().map(({ name, value }): [string, string] => [name, value])
  const buttons = isPlain ? named('button[name]:not([formaction])').slice(0, 1) : []
  return {
    fields: [...typed, ...buttons, ...named('input[type=checkbox], input[type=radio]').slice(0, 3)],
    isMultipart: form.attr('enctype') === 'multipart/form-data',
    files: named('input[type=file]').map(([name]) => name),
  }
}

/** Every door of every front, from the tables of routes. */
export class Doors {
  readonly all: readonly Door[]
  readonly #expressions: readonly (readonly [RegExp, Door])[]

  constructor() {
    const toDoor = (method: 'GET' | 'POST', pattern: string, more: Pick<Door, 'front' | 'upload'>): Door => ({
      name: `${method} ${pattern}`,
      method,
      pattern,
      addresses: new Set(),
      forms: [],
      ...more,
    })
    this.all = [
      ...routes.map((route) =>
        toDoor(route.method.toUpperCase() as Door['method'], route.path, {
          front: frontOf(route),
          upload: route.upload,
        }),
      ),
      ...BESIDE_THE_TABLE.map((pattern) => toDoor('GET', pattern, { front: 'shop', upload: undefined })),
    ]
    this.#expressions = this.all.map((door) => [toExpression(door.pattern), door])
  }

  find(method: string, address: string): Door | null {
    const path = address.split(/[?#]/)[0] ?? ''
    return this.#expressions.find(([pattern, door]) => door.method === method && pattern.test(path))?.[1] ?? null
  }

  /** Notes where the links of a page lead, and its forms; returns the links. */
  learn(html: string, here: string): string[] {
    const $ = load(html)
    const links = $('a[href^="/"], img[src^="/"], link[href^="/"], script[src^="/"]')
      .toArray()
      .map((link) => $(link).attr('href') ?? $(link).attr('src') ?? '')
    for (const link of links) this.#keep(this.find('GET', link), link)
    for (const element of $('form').toArray()) {
      const form = $(element)
      const plain = form.attr('action') ?? here
      const isPost = form.attr('method')?.toLowerCase() === 'post'
      const buttons = form.find('button').toArray()
      const actions = new Set([plain, ...buttons.map((button) => $(button).attr('formaction') ?? plain)])
      for (const address of actions) {
        const door = this.find(isPost ? 'POST' : 'GET', address)
        if (!door) continue
        this.#keep(door, address)
        if (door.forms.length < MOST_KEPT) door.forms.push(toForm($, form, address === plain))
      }
    }
    return links
  }

  #keep(door: Door | null, address: string): void {
    if (door && door.addresses.size < MOST_KEPT) door.addresses.add(address.split('#')[0] ?? '')
  }
}
