import type { Visit } from '../visit.js'

/** Where a page can be passed on without a script: plain links, nothing of another host is loaded. */
export interface ShareLinks {
  readonly address: string
  readonly zalo: string
  readonly facebook: string
}

/** @param path - Of the page within the shop. */
export function toShareLinks(path: string, { links, language }: Visit): ShareLinks {
  const address = links.absolute(path, language === 'en' ? { lang: language } : {})
  const packed = Buffer.from(JSON.stringify({ url: address })).toString('base64')
  return {
    address,
    zalo: `https://button-share.zalo.me/share_external?${new URLSearchParams({ d: packed }).toString()}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?${new URLSearchParams({ u: address }).toString()}`,
  }
}
