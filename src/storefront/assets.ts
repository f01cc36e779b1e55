import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RequestHandler } from 'express'
import { EncodedBody } from './kept/encoded-body.js'
import { chooseEncoding } from './kept/encoding.js'
import { themeCss, type Theme } from './own/theme.js'

const FOLDER = fileURLToPath(new URL('../../views/assets/', import.meta.url))
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
}

interface Asset {
  readonly body: Buffer
  /** Null for what is compressed by itself, as pictures are. */
  readonly encoded: EncodedBody | null
  readonly hash: string
  readonly type: string
}

/** Styles, scripts and pictures of the storefront, each under a name that changes with its contents. */
export interface Assets {
  /** The path within the shop: `path('site.css')` is `/assets/site-1a2b3c4d.css`. */
  path(name: string): string
  /** A file as it is, for one that is also served elsewhere. */
  text(name: string): string
  readonly serve: RequestHandler
}

/** Files of a folder by name; one of the site's own folder stands in for the package's, or joins them. */
function listFiles(folder: string, own: string | null): [name: string, path: string][] {
  const files = new Map<string, string>()
  for (const root of own === null ? [FOLDER] : [FOLDER, join(own, 'assets')]) {
    const path = join(root, folder)
    if (!existsSync(path)) continue
    for (const entry of readdirSync(path, { withFileTypes: true }))
      if (entry.isFile()) files.set(entry.name, join(path, entry.name))
  }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1))
}

const read = (folder: string, own: string | null): { name: string; text: string }[] =>
  listFiles(folder, own).map(([name, path]) => ({ name, text: readFileSync(path, 'utf8') }))

const toAsset = (name: string, body: Buffer): Asset => ({
  body,
  encoded: name.endsWith('.png') ? null : new EncodedBody(body, BEST),
  hash: createHash('sha256').update(body).digest('hex').slice(0, 10),
  type: TYPES[extname(name)] ?? 'application/octet-stream',
})

/** Files are compressed once for all visitors, so as well as can be. */
const BEST = 11

const withoutCssComments = (css: string): string =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')

const withoutScriptComments = (script: string): string =>
  script
    .replace(/^[ \t]*\/\*\*?[^]*?\*\/\n/gm, '')
    .replace(/^[ \t]*\/\/.*\n/gm, '')
    .replace(/^\s+/gm, '')

/** Every script becomes a block of its own, so that names of one never meet those of another. */
const joinScripts = (scripts: readonly { text: string }[]): string =>
  scripts.map(({ text }) => `{\n${withoutScriptComments(text)}}`).join('\n')

/** Styles by number that the fronts alone need, of accounts, producers and offices. */
const OF_FRONTS = /^8\d-/

/**
 * Reads `views/assets`: the folder `css` is served as `site.css` for shoppers, without what is numbered from 80 to 89, and
 * whole as `fronts.css`; `js` as one `site.js`, the rest file by file.
 *
 * @param own - A folder of views of the site's own, whose `assets` come before the package's; null for none.
 */
export function readAssets(own: string | null = null, theme: Theme = {}): Assets {
  const sheets = read('css', own).map(({ name, text }) => ({ name, text: withoutCssComments(text) }))
  const toSheet = (name: string, parts: readonly { text: string }[]): Asset => {
    const css = parts.map(({ text }) => text)
    return toAsset(name, Buffer.from([...css, themeCss(theme, css.join('\n'))].join('\n')))
  }
  const forShoppers = sheets.filter(({ name }) => !OF_FRONTS.test(name))
  const assets = new Map<string, Asset>([
    ['site.css', toSheet('site.css', forShoppers)],
    ['fronts.css', toSheet('fronts.css', sheets)],
    ['site.js', toAsset('site.js', Buffer.from(joinScripts(read('js', own))))],
  ])
  for (const [name, path] of listFiles('.', own)) assets.set(name, toAsset(name, readFileSync(path)))

  return {
    path(name) {
      const asset = assets.get(name)
      if (!asset) throw new TypeError(`views/assets has no ${name}`)
      return `/assets/${name.replace(/(?=\.\w+$)/, `-${asset.hash}`)}`
    },
    text(name) {
      const asset = assets.get(name)
      if (!asset) throw new TypeError(`views/assets has no ${name}`)
      return asset.body.toString()
    },
    serve(request, response, next) {
      const [, stem, hash, ending] = /^\/(.+?)(?:-([0-9a-f]{10}))?(\.\w+)$/.exec(request.path) ?? []
      const asset = assets.get(`${stem ?? ''}${ending ?? ''}`)
      if (!asset || (request.method !== 'GET' && request.method !== 'HEAD')) {
        next()
        return
      }
      // An older name still finds the file, but is not to be kept: after an update the two must not mix for a year.
      const isCurrent = hash === asset.hash
      response.set('cache-control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache')
      const encoding = asset.encoded?.encodingFor(chooseEncoding(request.headers['accept-encoding'])) ?? 'identity'
      if (asset.encoded) response.vary('accept-encoding')
      if (encoding !== 'identity') response.set('content-encoding', encoding)
      response.type(asset.type).send(asset.encoded?.in(encoding) ?? asset.body)
    },
  }
}
