import { optionFault, refuseOptions } from '../../catalog/option-rules.js'

/** Values of the look's CSS custom properties by name, without the two hyphens. */
export type ThemeValues = Readonly<Record<string, string>>

/**
 * A look of one's own: any of the custom properties of `views/assets/css/10-tokens.css`, such as
 * `{ light: { indigo: '#00553a' }, dark: { indigo: '#7fd8b0' } }`. What is stated for `light` only holds in the dark too
 * where the package has no dark value of its own.
 */
export interface Theme {
  /** Where the light look is shown. */
  readonly light?: ThemeValues | undefined
  /** Where the dark look is shown. */
  readonly dark?: ThemeValues | undefined
}

/** The color of the browser's frame where a theme has none. */
const FRAME_COLOR = '#1a2350'

/** The color that the page gives to the browser's frame. */
export const frameColorOf = (theme: Theme): string => theme.light?.['indigo-deep'] ?? FRAME_COLOR

const refuse = (vi: string, en: string) => refuseOptions('createStorefront', optionFault('theme', vi, en))

const namesIn = (css: string): Set<string> =>
  new Set([...css.matchAll(/--([a-z0-9]+(?:-[a-z0-9]+)*):/g)].map(([, name = '']) => name))

/** What ends its own brackets and quotation marks, so that the styles after it stay what they are. */
function isWhole(value: string): boolean {
  const bare = value.replace(/"[^"\n\r]*"|'[^'\n\r]*'/g, '')
  let open = 0
  for (const letter of bare) {
    if (letter === '(' || letter === '[') open += 1
    if (letter === ')' || letter === ']') open -= 1
    if (open < 0) return false
  }
  return open === 0 && !/["'\n\r]/.test(bare) && !/[;{}<>\\]|\/\*/.test(value)
}

function declare(values: ThemeValues, known: ReadonlySet<string>): string {
  const lines = Object.entries(values).map(([name, value]) => {
    const names = [...known].join(', ')
    if (!known.has(name))
      throw refuse(`Không có --${name}; có ${names}.`, `The look has no --${name}; it has ${names}.`)
    if (typeof value !== 'string' || value.trim() === '' || !isWhole(value))
      throw refuse(
        `${JSON.stringify(value)} không thể là giá trị của --${name}.`,
        `${JSON.stringify(value)} cannot be the value of --${name}.`,
      )
    return `--${name}:${value};`
  })
  return lines.length > 0 ? `:root{${lines.join('')}}` : ''
}

/**
 * The theme as a style sheet that stands after the package's own, outside its layers, so that it wins.
 *
 * @param css - The package's styles, which say what properties there are.
 * @throws {CatalogError} `INVALID_OPTIONS` naming a property that the look does not have, or a value that is none.
 */
export function themeCss({ light = {}, dark = {} }: Theme, css: string): string {
  const known = namesIn(css)
  const [, darkRule = ''] = /prefers-color-scheme: ?dark\) ?{:root ?{([^}]*)}/.exec(css) ?? []
  const inTheDark = new Set([...namesIn(darkRule), ...Object.keys(dark)])
  const pick = (isDark: boolean) =>
    declare(Object.fromEntries(Object.entries(light).filter(([name]) => inTheDark.has(name) === isDark)), known)
  const rules: [media: string | null, rule: string][] = [
    [null, pick(false)],
    ['not (prefers-color-scheme:dark)', pick(true)],
    ['(prefers-color-scheme:dark)', declare(dark, known)],
  ]
  return rules
    .filter(([, rule]) => rule !== '')
    .map(([media, rule]) => (media === null ? rule : `@media ${media}{${rule}}`))
    .join('\n')
}
