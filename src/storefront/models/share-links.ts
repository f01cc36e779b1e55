import type { Visit } from '../visit.js'

/**
 * Where a page can be passed on without a script: nothing of another host is loaded. Zalo documents no address for that,
 * only a script of its own; whoever has Zalo finds it in the phone's list of apps, or pastes the address there.
 */
export interface ShareLinks {
  readonly address: string
  readonly facebook: string
}

/** @param path - Of the page within the shop. */
export function toShareLinks(path: string, { links, language }: Visit): ShareLinks {
  const address = links.absolute(path, language === 'en' ? { lang: language } : {})
  return {
    address,
    facebook: `https://www.facebook.com/sharer/sharer.php?${new URLSearchParams({ u: address }).toString()}`,
  }
}
