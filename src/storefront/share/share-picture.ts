import { wrapWords } from './wrap-words.js'

/** What link previews ask for: 1200 by 630 (Open Graph). */
export const SHARE_SIZE = { width: 1200, height: 630 } as const

/** Words and picture of a product for a link preview. */
export interface ShareCard {
  readonly name: string
  readonly place: string
  readonly stars: number | null
  readonly starWords: string
  readonly siteName: string
  /** A picture as an SVG file, or as a `data:` address of a photo. */
  readonly picture: { readonly svg: string } | { readonly href: string }
}

const FONT = 'font-family="Be Vietnam Pro, Noto Sans, DejaVu Sans, Liberation Sans, sans-serif"'
const TEXT_LEFT = 682
const NAME = { size: 46, lineHeight: 58, perLine: 15, mostLines: 5 }
/** Letters of the place, and of the site's name: one line each. */
const SMALL = 26

const oneLine = (text: string): string => wrapWords(text, SMALL, 1).join('')

const escapeXml = (text: string): string =>
  text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/[^\P{C}\n\u200D]/gu, '')

const words = (text: string, y: number, size: number, fill: string, weight = 400): string =>
  `<text x="${TEXT_LEFT}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" ${FONT}>${escapeXml(text)}</text>`

const star = (x: number, y: number, fill: string): string =>
  `<path transform="translate(${x} ${y}) scale(1.5)" fill="${fill}" d="m12 1.5 3.2 6.9 7.5.9-5.5 5.2 1.4 7.4L12 18.3l-6.6 3.6 1.4-7.4L1.3 9.3l7.5-.9z"/>`

const picture = (card: ShareCard): string =>
  'svg' in card.picture
    ? `<g transform="scale(1.575)">${card.picture.svg}</g>`
    : `<image href="${card.picture.href}" width="630" height="630" preserveAspectRatio="xMidYMid slice"/>`

/** Draws the picture that stands beside a shared link, as an SVG file to be turned into a PNG. */
export function drawSharePicture(card: ShareCard): string {
  const lines = wrapWords(card.name, NAME.perLine, NAME.mostLines)
  const nameTop = 120
  const below = nameTop + (lines.length - 1) * NAME.lineHeight
  const { stars } = card
  const { width, height } = SHARE_SIZE
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${picture(card)}
<rect x="630" width="570" height="${height}" fill="#fbf6ea"/>
<rect x="630" width="8" height="${height}" fill="#c04a26"/>
${lines.map((line, index) => words(line, nameTop + index * NAME.lineHeight, NAME.size, '#1a2350', 700)).join('\n')}
${words(oneLine(card.place), below + 58, 30, '#5b5546')}
${stars === null ? '' : Array.from({ length: 5 }, (_, index) => star(TEXT_LEFT + index * 44, below + 92, index < stars ? '#e09a1a' : '#e4dac2')).join('')}
${words(card.starWords, below + 176, 30, '#7c2c17', 700)}
${words(oneLine(card.siteName), 580, 32, '#1a2350', 700)}
</svg>`
}
