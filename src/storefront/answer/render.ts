import { fileURLToPath } from 'node:url'
import ejs from 'ejs'
import type { Express } from 'express'
import { checkOwnFiles } from '../own/check-own-files.js'
import { openOwnFiles } from '../own/own-files.js'

const VIEWS = fileURLToPath(new URL('../../../views/', import.meta.url))

/** The names that templates see. Fixed here, so nothing that a visitor sends can become one. */
const LOCALS = ['t', 'lang', 'page', 'view', 'url', 'asset', 'item', 'json', 'once'] as const

/** Values for the templates of `views/`; partials get what they show as `item`. */
export type Locals = Record<Exclude<(typeof LOCALS)[number], 'item'>, unknown>

type Done = (error: Error | null, html?: string) => void
type Engine = (path: string, data: object, done: Done) => void

let ownEngines = 0

/**
 * The engine of a storefront that has views of its own. The templating library keeps what it compiled by file name for the
 * whole process, so each such storefront adds a name of its own: two in one process never see each other's files.
 */
function ownEngine(own: string, options: ejs.Options): Engine {
  const files = openOwnFiles(own, VIEWS, options.cache === true)
  const name = `own-${(ownEngines += 1)}:`
  const toTemplate = (path: string) => ({ filename: name + path, template: files.read(path) })
  // A name and a text together: its types, written for an earlier version, do not know of it.
  const includer = ((wanted: string) => toTemplate(files.find(wanted))) as unknown as ejs.IncluderCallback
  return (path, data, done) => {
    try {
      const { filename, template } = toTemplate(path)
      done(null, ejs.render(template, data, { ...options, filename, includer, async: false }))
    } catch (error) {
      done(error as Error)
    }
  }
}

/** Names the page that failed, where lines are not counted. */
const naming =
  (engine: Engine): Engine =>
  (path, data, done) =>
    engine(path, data, (error, html) => done(error && new Error(`${path}: ${error.message}`, { cause: error }), html))

/**
 * Registers the template engine on the storefront's own app, so that a host's `views` and `view engine` settings do
 * not matter. Includes are named from `root`, `/partials/…`, so a cached one is found without asking the disk. `strict`
 * compiles without `with`, so a value named `escapeFn` cannot turn escaping off.
 *
 * @param own - A folder whose templates stand in for the package's of the same name; null for none.
 * @throws {TypeError} naming each file of the folder that nothing would ever show.
 */
export function setUpViews(app: Express, cacheTemplates: boolean, own: string | null): void {
  if (own !== null) checkOwnFiles(own, VIEWS)
  const options: ejs.Options = {
    root: VIEWS,
    strict: true,
    cache: cacheTemplates,
    // Counting lines, to name the one that failed, costs every page a little: only those who write views need it.
    compileDebug: !cacheTemplates,
    destructuredLocals: [...LOCALS],
  }
  const plain: Engine =
    own === null ? (path, data, done) => ejs.renderFile(path, data, options, done) : ownEngine(own, options)
  app.engine('ejs', cacheTemplates ? naming(plain) : plain)
  app.set('views', own === null ? VIEWS : [own, VIEWS])
  app.set('view engine', 'ejs')
  app.set('view cache', cacheTemplates)
}

/** Something that is shown on many pages and kept, with its HTML once it was drawn. */
export interface Drawn {
  html: string | null
}

/** Draws a kept model once and gives what was drawn from then on: it must depend on the model, language and shop alone. */
export function once({ drawn }: { readonly drawn?: Drawn | undefined }, draw: () => string): string {
  if (!drawn) return draw()
  // Put together of many pieces, a text keeps them all; this one is of one piece.
  return (drawn.html ??= Buffer.from(draw()).toString())
}

const UNSAFE: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' }

/** JSON for a `<script type="application/ld+json">`: nothing in it can end the script or begin a comment. */
export const embedJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&]/g, (character) => UNSAFE[character] ?? '')
