import { readFileSync } from 'node:fs'
import ejs from 'ejs'
import { findView } from '../own/find-view.js'

/** The names that templates see. Fixed here, so nothing that a visitor sends can become one. */
const LOCALS = ['t', 'lang', 'page', 'view', 'url', 'asset', 'item', 'json', 'once'] as const

/** Values for the templates of `views/`; partials get what they show as `item`. */
export type Locals = Record<Exclude<(typeof LOCALS)[number], 'item'>, unknown>

type Include = (name: string, given?: Partial<Given>) => string
type Given = Locals & { readonly item: unknown }
type Template = (locals: Given & { readonly include: Include }) => string

const SPECIAL = /[&<>'"]/
const EVERY_SPECIAL = /[&<>'"]/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
}

/** A value as HTML shows it. Most texts have nothing to escape, which is sooner seen than done. */
export function escapeText(value: string | number | boolean | null | undefined): string {
  if (value === undefined || value === null) return ''
  const text = String(value)
  return SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, (character) => ENTITIES[character] ?? '') : text
}

/**
 * `strict` compiles without `with`, so a value named `escapeFn` cannot turn escaping off. The library would copy all values
 * with every include, a page's twenty-four cards among them; here a template's own `include` stands in front of the library's
 * and the values have one shape, which holds every name itself: `unsafePrototypeLocals` has nothing to let in.
 */
function compile(path: string, text: string, countsLines: boolean): Template {
  const options = {
    filename: path,
    strict: true,
    async: false,
    // Counting lines, to name the one that failed, costs every page a little: only those who write views need it.
    compileDebug: countsLines,
    destructuredLocals: [...LOCALS],
    escape: escapeText,
    unsafePrototypeLocals: true,
  }
  return ejs.compile(`<% { const include = locals.include %>${text}<% } %>`, options as ejs.Options) as Template
}

/** The package's own templates, compiled once for all storefronts of the process. */
const compiled = new Map<string, Template>()

/** Draws the templates of one storefront: those of its own folder stand in for the package's of the same name. */
export class Templates {
  readonly #own = new Map<string, Template>()
  readonly #paths = new Map<string, string>()

  /**
   * @param views - The package's folder, with its last slash. Includes are named from it, `/partials/…`.
   * @param own - The storefront's folder; null for none.
   * @param isKept - False while views are edited: each is read anew, and lines are counted.
   */
  constructor(
    private readonly views: string,
    private readonly own: string | null,
    private readonly isKept: boolean,
  ) {}

  /** @param path - Of the template, as a whole. */
  render(path: string, locals: Locals): string {
    const { t, lang, page, view, url, asset, json, once } = locals
    return this.#draw(path, { t, lang, page, view, url, asset, item: undefined, json, once })
  }

  #draw(path: string, locals: Given): string {
    const include: Include = (name, given) => this.#draw(this.#pathOf(name), given ? { ...locals, ...given } : locals)
    return this.#template(path)({ ...locals, include })
  }

  #pathOf(name: string): string {
    const known = this.isKept ? this.#paths.get(name) : undefined
    if (known !== undefined) return known
    const path = findView(name, this.own, this.views)
    this.#paths.set(name, path)
    return path
  }

  #template(path: string): Template {
    const made = path.startsWith(this.views) ? compiled : this.#own
    const known = this.isKept ? made.get(path) : undefined
    if (known) return known
    const template = compile(path, readFileSync(path, 'utf8'), !this.isKept)
    if (this.isKept) made.set(path, template)
    return template
  }
}
