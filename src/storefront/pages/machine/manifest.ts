import type { Assets } from '../../assets.js'
import type { BodyReply } from '../../reply.js'
import { frameColorOf } from '../../own/theme.js'
import type { Visit } from '../../visit.js'

const ICONS = [
  { name: 'icon-192.png', sizes: '192x192', purpose: 'any' },
  { name: 'icon-512.png', sizes: '512x512', purpose: 'any' },
  { name: 'icon-maskable-512.png', sizes: '512x512', purpose: 'maskable' },
] as const

/** The web app manifest: by it the shop can stand on a phone like an app. */
export const toManifest = ({ site, links, language }: Visit, assets: Assets): BodyReply => ({
  kind: 'body',
  type: 'application/manifest+json; charset=utf-8',
  body: JSON.stringify({
    id: links.to('/'),
    name: site.name[language],
    short_name: site.name[language].slice(0, 20),
    lang: language,
    start_url: links.to('/'),
    scope: links.to('/'),
    display: 'standalone',
    background_color: '#fbf6ea',
    theme_color: frameColorOf(site.theme),
    icons: ICONS.map(({ name, ...icon }) => ({ src: links.to(assets.path(name)), type: 'image/png', ...icon })),
  }),
})
