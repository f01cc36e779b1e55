import type { Letter } from '../../catalog/ports/outbound.js'

/** What a letter says; to whom it goes is added. */
export type LetterText = Pick<Letter, 'subject' | 'text' | 'html'>

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** Some sentences, or a list. */
export type Paragraph = string | readonly string[]

const asText = (paragraph: Paragraph): string =>
  typeof paragraph === 'string' ? paragraph : paragraph.map((item) => `- ${item}`).join('\n')

const asHtml = (paragraph: Paragraph): string =>
  typeof paragraph === 'string'
    ? `<p>${escape(paragraph)}</p>`
    : `<ul>${paragraph.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/**
 * A letter of paragraphs with at most one link, as plain text and as HTML that needs nothing from the network. The
 * subject is one line whatever it holds, so that nothing typed becomes a header.
 */
export function toLetter(
  subject: string,
  paragraphs: readonly Paragraph[],
  link: { readonly label: string; readonly href: string } | null,
): LetterText {
  const ways = link ? [`${link.label}: ${link.href}`] : []
  const button = link ? `<p><a href="${escape(link.href)}">${escape(link.label)}</a></p>` : ''
  return {
    subject: oneLine(subject).slice(0, 200),
    text: `${[...paragraphs.map(asText), ...ways].join('\n\n')}\n`,
    html: `<!doctype html><html><body style="font-family:sans-serif;font-size:16px;line-height:1.5">${paragraphs
      .map(asHtml)
      .join('')}${button}</body></html>`,
  }
}
