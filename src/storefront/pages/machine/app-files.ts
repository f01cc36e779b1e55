import type { Assets } from '../../assets.js'
import type { BodyReply } from '../../reply.js'
import { FOR_ALL_SITES } from '../../embed/embed-headers.js'
import { notFound } from '../../refusal.js'
import type { Visit } from '../../visit.js'
import { toManifest } from './manifest.js'

/** The service worker stands at the shop's own root, for it may answer for what lies below its address alone. */
const toWorker = ({ links }: Visit, assets: Assets): BodyReply => ({
  kind: 'body',
  type: 'text/javascript; charset=utf-8',
  body: assets.text('sw.js').replace('{icon}', links.to(assets.path('icon-192.png'))),
})

/** The script of other sites' pages, at an address that stays: those pages name it once and for all. */
const toEmbedScript = (visit: Visit, assets: Assets): BodyReply => {
  if (!visit.site.embeddable) throw notFound()
  return {
    kind: 'body',
    type: 'text/javascript; charset=utf-8',
    body: assets.text('embed.js'),
    cacheControl: 'public, max-age=3600',
    headers: FOR_ALL_SITES,
  }
}

/** Files at addresses of their own: those that make the shop an app on a phone, and the script of other sites' pages. */
export const appFiles: readonly {
  readonly path: string
  readonly read: (visit: Visit, assets: Assets) => BodyReply
}[] = [
  { path: '/manifest.webmanifest', read: toManifest },
  { path: '/sw.js', read: toWorker },
  { path: '/embed.js', read: toEmbedScript },
]
