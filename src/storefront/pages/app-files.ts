import type { Assets } from '../assets.js'
import type { BodyReply } from '../reply.js'
import type { Visit } from '../visit.js'
import { toManifest } from './manifest.js'

/** The service worker stands at the shop's own root, for it may answer for what lies below its address alone. */
const toWorker = (_visit: Visit, assets: Assets): BodyReply => ({
  kind: 'body',
  type: 'text/javascript; charset=utf-8',
  body: assets.text('sw.js'),
})

/** Files that make the shop an app on a phone. */
export const appFiles: readonly {
  readonly path: string
  readonly read: (visit: Visit, assets: Assets) => BodyReply
}[] = [
  { path: '/manifest.webmanifest', read: toManifest },
  { path: '/sw.js', read: toWorker },
]
