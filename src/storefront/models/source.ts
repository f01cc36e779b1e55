/** Where a fact comes from: words, and an address when the words are one. */
export interface Source {
  readonly text: string
  readonly href: string | null
}

const ADDRESS = /^(https?:\/\/)?([a-z0-9-]+\.)+[a-z]{2,}(\/\S*)?$/i
const MAX_SHOWN = 60

/** Makes a source a link when it is an address, with or without its scheme. */
export function toSource(source: string): Source {
  const text = source.replace(/^https?:\/\//, '')
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text
  if (!ADDRESS.test(source)) return { text: source, href: null }
  const href = /^https?:\/\//i.test(source) ? source : `https://${source}`
  return URL.canParse(href) ? { text: shown, href } : { text: source, href: null }
}
