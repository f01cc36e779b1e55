import type { BodyReply } from '../../reply.js'

/** Text for an XML document; characters that XML forbids are left out. */
export const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

export const xmlReply = (body: string, type = 'application/xml'): BodyReply => ({
  kind: 'body',
  type: `${type}; charset=utf-8`,
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`,
})
