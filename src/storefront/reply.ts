import type { SetCookie } from './cookies/cookies.js'
import type { Said } from './language.js'

/** One step of the way from the home page to this one; home itself is added. */
export interface Step {
  readonly label: Said
  /** A path within the shop; null for the page itself, the last step. */
  readonly path: string | null
}

/** What the head of a page says of it. */
export interface Head {
  /** Without the site's name, which is added. */
  readonly title: string
  readonly description?: string
  /** Path and query by which search engines know the page; its own path when left out. */
  readonly canonical?: string
  /** Keep it out of search engines: everything personal, and lists narrowed by filters. */
  readonly noIndex?: boolean
  /** Path of a preview picture, 1200 by 630. */
  readonly picture?: string
  /** schema.org facts about the page. */
  readonly structured?: readonly object[]
  /** The kind of thing for link previews; `website` when left out. */
  readonly type?: 'website' | 'product'
  /** The address at which other sites learn how to show the page's subject (oEmbed). */
  readonly oembed?: string
}

/** A page made from a template. */
export interface PageReply {
  readonly kind: 'page'
  /** A file of `views/` without `.ejs`: `shop/product`. */
  readonly template: string
  readonly head: Head
  /** The template's view model: plain values, ready to be printed. Never request data as it came. */
  readonly view: object
  readonly trail?: readonly Step[]
  readonly status?: number
  readonly cookies?: readonly SetCookie[]
  /** The browser loads the page again after so many seconds, while work goes on. */
  readonly refreshAfter?: number
  /** True for pages about one person: kept by no cache. */
  readonly personal?: boolean
  /**
   * True for the answer to a form that shows nothing personal but what was typed into it: who goes back to it sees it
   * again, where a browser that may not keep it for its user asks to send the form once more. Nobody else keeps it.
   */
  readonly typed?: boolean
  /** False for an answer of a public address that is not to be kept, such as a search that found nothing and is counted. */
  readonly kept?: boolean
  /** Further headers, or others in place of the shop's; an empty one takes the shop's away. */
  readonly headers?: Readonly<Record<string, string>>
  /** True when a price or stock on the page is made up for show: the page then says so on top. */
  readonly illustrative?: boolean
}

export interface RedirectReply {
  readonly kind: 'redirect'
  /** An address made by `links.to`. */
  readonly to: string
  /** 303 after a form (the default), 301 when something moved for good. */
  readonly status?: 301 | 302 | 303
  readonly cookies?: readonly SetCookie[]
  /** True where a session ends: the browser drops the pages that it keeps, such as forms that were shown again. */
  readonly clearsCache?: boolean
}

/** Anything else: JSON, a picture, a text file. */
export interface BodyReply {
  readonly kind: 'body'
  readonly type: string
  readonly body: string | Buffer
  readonly status?: number
  readonly cacheControl?: string
  /** Further headers, such as `content-disposition` for a download. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A download that is made while it is sent, or, where it is kept, while it is compressed: never whole in memory. */
export interface StreamReply {
  readonly kind: 'stream'
  readonly type: string
  readonly chunks: AsyncIterable<string | Uint8Array>
  readonly headers: Readonly<Record<string, string>>
}

export type Reply = PageReply | RedirectReply | BodyReply | StreamReply

type More<R extends Reply, Named extends keyof R> = Omit<Partial<R>, Named | 'kind'>

export const page = (
  template: string,
  head: Head,
  view: object,
  more: More<PageReply, 'template' | 'head' | 'view'> = {},
): PageReply => ({ kind: 'page', template, head, view, ...more })

export const redirect = (to: string, more: More<RedirectReply, 'to'> = {}): RedirectReply => ({
  kind: 'redirect',
  to,
  ...more,
})

/** A table as a CSV file, made while it is sent. */
export const csvReply = (name: string, chunks: AsyncIterable<string>): StreamReply => ({
  kind: 'stream',
  type: 'text/csv; charset=utf-8',
  chunks,
  headers: { 'content-disposition': `attachment; filename="${name}"` },
})

export const json = (value: unknown, more: Omit<More<BodyReply, 'body'>, 'type'> = {}): BodyReply => ({
  kind: 'body',
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
  ...more,
})
