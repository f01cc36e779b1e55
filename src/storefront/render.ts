import { fileURLToPath } from 'node:url'
import ejs from 'ejs'
import type { Express } from 'express'

const VIEWS = fileURLToPath(new URL('../../views/', import.meta.url))

/** The names that templates see. Fixed here, so nothing that a visitor sends can become one. */
const LOCALS = ['t', 'lang', 'page', 'view', 'url', 'asset', 'item', 'json'] as const

/** Values for the templates of `views/`; partials get what they show as `item`. */
export type Locals = Record<Exclude<(typeof LOCALS)[number], 'item'>, unknown>

/**
 * Registers the template engine on the storefront's own app, so that a host's `views` and `view engine` settings do
 * not matter. Includes are named from `root`, `/partials/…`, so a cached one is found without asking the disk. `strict` compiles without `with`, so a value named `escapeFn` cannot turn escaping off.
 */
export function setUpViews(app: Express, cacheTemplates: boolean): void {
  const options: ejs.Options = { root: VIEWS, strict: true, cache: cacheTemplates, destructuredLocals: [...LOCALS] }
  app.engine('ejs', (path: string, data: object, done: (error: Error | null, html?: string) => void) =>
    ejs.renderFile(path, data, options, done),
  )
  app.set('views', VIEWS)
  app.set('view engine', 'ejs')
  app.set('view cache', cacheTemplates)
}

const UNSAFE: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' }

/** JSON for a `<script type="application/ld+json">`: nothing in it can end the script or begin a comment. */
export const embedJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&]/g, (character) => UNSAFE[character] ?? '')
