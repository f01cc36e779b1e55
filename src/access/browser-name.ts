const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\/|\bOpera/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bcoc_coc/i, 'Cốc Cốc'],
  [/\bZalo\b/, 'Zalo'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

const nameIn = (table: readonly (readonly [RegExp, string])[], agent: string): string[] =>
  table.filter(([pattern]) => pattern.test(agent)).map(([, name]) => name)

/** A browser in words that its owner knows, "Chrome, Android", of a User-Agent header; empty when it says nothing. */
export function browserName(userAgent: string): string {
  const agent = userAgent.slice(0, 500)
  return [...nameIn(BROWSERS, agent).slice(0, 1), ...nameIn(SYSTEMS, agent).slice(0, 1)].join(', ')
}
