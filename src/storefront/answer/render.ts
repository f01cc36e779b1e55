import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Express } from 'express'
import { checkOwnFiles } from '../own/check-own-files.js'
import { Templates, type Locals } from './templates.js'

const VIEWS = fileURLToPath(new URL('../../../views/', import.meta.url))

type Done = (error: Error | null, html?: string) => void

/**
 * Registers the templates on the storefront's own app, so that a host's `views` and `view engine` settings do not matter.
 *
 * @param own - A folder whose templates stand in for the package's of the same name; null for none.
 * @throws {TypeError} naming each file of the folder that nothing would ever show.
 */
export function setUpViews(app: Express, cacheTemplates: boolean, own: string | null): void {
  if (own !== null) checkOwnFiles(own, VIEWS)
  const templates = new Templates(VIEWS, own === null ? null : resolve(own), cacheTemplates)
  app.engine('ejs', (path: string, data: object, done: Done) => {
    let html: string
    try {
      html = templates.render(path, data as Locals)
    } catch (error) {
      const { message } = error as Error
      // Names the page that failed, where lines are not counted.
      done(cacheTemplates ? new Error(`${path}: ${message}`, { cause: error }) : (error as Error))
      return
    }
    done(null, html)
  })
  app.set('views', own === null ? VIEWS : [own, VIEWS])
  app.set('view engine', 'ejs')
  app.set('view cache', cacheTemplates)
}

const UNSAFE: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' }

/** JSON for a `<script type="application/ld+json">`: nothing in it can end the script or begin a comment. */
export const embedJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&]/g, (character) => UNSAFE[character] ?? '')
