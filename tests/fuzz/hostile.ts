import type { Random } from '../simulation/random.js'

/** Stands in every text that must never become part of a page's structure. */
export const CANARY = 'fz7q'

const MARKUP = [
  `<${CANARY} onload=x>`,
  `"><${CANARY}>`,
  `' ${CANARY}='x`,
  `" ${CANARY}="x`,
  `</script><${CANARY}>`,
  `</title><${CANARY}>`,
  `]]><${CANARY}>`,
  `--><${CANARY}>`,
  `<![CDATA[<${CANARY}>]]>`,
  `&lt;${CANARY}&gt;&#60;${CANARY}&#62;`,
  `javascript:alert('${CANARY}')`,
  `\\u003c${CANARY}\\u003e`,
  `<svg><${CANARY}/></svg>`,
  `%253C${CANARY}%253E`,
]

const CODE = [
  "' OR 1=1--",
  "'; DROP TABLE orders; --",
  '<%= 191*7 %>',
  '<%- global.process.version %>',
  '${7*7}',
  '{{7*7}}',
  '$(sleep 9)',
  '`sleep 9`',
  '; sleep 9 #',
  '=HYPERLINK("http://evil.example";"x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '＝1+1',
  '(a+)+$',
  '[',
  '*'.repeat(50),
  `${'a'.repeat(40)}!`,
  '\\',
  '"',
]

const PLACES = [
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '....//....//etc/passwd',
  '/etc/passwd',
  'file:///etc/passwd',
  '//evil.example',
  '/\\evil.example',
  '/%09/evil.example',
  'https://evil.example/',
  'http://127.0.0.1:1/',
  'http://[::ffff:169.254.169.254]/',
  '.git/config',
  '.env',
]

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__proto__[x]', 'valueOf']

const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1.5',
  '1e3',
  '1e21',
  '1e308',
  '1e999',
  'NaN',
  'Infinity',
  '9007199254740993',
  '9'.repeat(400),
  '１２',
  '٣',
  '0x10',
  '00',
  ' 1 ',
  '1,5',
  '1.000',
]

const TIMES = [
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '275760-09-13',
  '-000001-01-01',
  '2026-W01',
  '2024-H3',
  '24:00',
]

const LETTERS = [
  '\0',
  'a\0b',
  '\u0001\u0002\u0007\u001b[31m',
  'a\r\nSet-Cookie: x=1',
  'a\nb',
  '\u202egnp.exe',
  '\u2066x\u2069',
  '\u200b',
  '\ufeff',
  '\uffff',
  'e\u0301'.repeat(300),
  'z\u0300'.repeat(2000),
  '👩‍👩‍👧‍👦',
  'ﷺ',
  'İıſK',
  '\u{10ffff}',
  'ỗ'.normalize('NFD'),
]

const EMPTY = ['', ' ', '\t', 'null', 'undefined', 'true', '[object Object]', '{}', '[]']

const LENGTHS = [300, 1000, 5000, 20_000, 70_000]

const REPEATED = ['a', 'a ', 'ệ', '%', '<', '(', '"', '-', '1', 'aA', 'da ', '\u0301']

/** A text that nobody types in good faith. */
export function hostileText(random: Random): string {
  const kind = random.between(0, 11)
  if (kind <= 3) return random.pick(MARKUP)
  if (kind === 4) return random.pick(CODE)
  if (kind === 5) return random.pick(PLACES)
  if (kind === 6) return random.pick(NAMES)
  if (kind === 7) return random.pick(NUMBERS)
  if (kind === 8) return random.pick(LETTERS)
  if (kind === 9) return random.chance(0.5) ? random.pick(EMPTY) : random.pick(TIMES)
  if (kind === 10) return random.pick(REPEATED).repeat(random.pick(LENGTHS) / (random.chance(0.6) ? 100 : 1))
  return Array.from({ length: random.between(1, 30) }, () => String.fromCodePoint(anyCodePoint(random))).join('')
}

function anyCodePoint(random: Random): number {
  const code = random.chance(0.7) ? random.between(0, 0x2ff) : random.between(0, 0x10ffff)
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code
}

/** Percent signs that decode to nothing, to halves of letters, or twice. */
const GARBAGE = [
  '%',
  '%zz',
  '%E0%A4%A',
  '%ED%A0%80',
  '%C0%AF',
  '%00',
  '%0d%0aX:1',
  '%2e%2e%2f',
  '%252e',
  '%FF',
  '%F4%90%80%80',
]

/** A hostile part of a path or query, already written as it goes over the wire. */
export const hostileEncoded = (random: Random): string =>
  random.chance(0.3) ? random.pick(GARBAGE) : encodeURIComponent(hostileText(random))

/** A value where a JSON document has a good one: of another type, too deep, too wide, with keys that reach prototypes. */
export function hostileJson(random: Random, depth = 0): unknown {
  const kind = random.between(0, 9)
  if (kind <= 2 || depth > 3) return hostileText(random)
  if (kind === 3) return random.pick([0, -1, 1.5, 1e21, 1e308, -0, 9007199254740993, null, true, false])
  if (kind === 4) return Array.from({ length: random.between(0, 4) }, () => hostileJson(random, depth + 1))
  if (kind === 5) return Array.from({ length: 5000 }, () => 1)
  if (kind === 6) return { [random.pick(NAMES)]: hostileJson(random, depth + 1) }
  if (kind === 7) return Object.fromEntries([[hostileText(random), hostileJson(random, depth + 1)]])
  if (kind === 8) return '\ud800'
  return {}
}

/** Documents that are no JSON, or too much of it. */
export const brokenJson = (random: Random): string =>
  random.pick([
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '1e999',
    '{"a":1,}',
    '\ufeff{}',
    '{"a":"\\ud800"}',
    '['.repeat(20_000),
    '{"a":'.repeat(5000),
    '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
    `{"a":${'9'.repeat(5000)}}`,
    `{"${'k'.repeat(60_000)}":1}`,
  ])

/** Header lines that attack what reads them. Latin1, without line ends, which no parser lets through. */
export const hostileHeader = (random: Random): [string, string] => {
  const text = Buffer.from(hostileText(random), 'utf8')
    .toString('latin1')
    .replace(/[\r\n\0]/g, ' ')
    .slice(0, 6000)
  return random.pick<[string, string]>([
    ['Cookie', `cart=${text}; lang=${text}; session=${text}`],
    ['Cookie', `__proto__=1; constructor=2; ${'a=b; '.repeat(500)}`],
    [
      'Cookie',
      `cart=${encodeURIComponent(text)}; wishes=${encodeURIComponent(text)}; orders=${encodeURIComponent(text)}`,
    ],
    ['Cookie', `cart=${'CF-250*1.'.repeat(200)}`],
    ['Accept', text],
    ['Accept', 'application/json'],
    ['Accept-Encoding', text],
    ['Accept-Encoding', 'br;q=1e999, gzip;q=-1, *;q=0'],
    ['Accept-Language', text],
    ['Host', text],
    ['Host', 'evil.example'],
    ['X-Forwarded-Host', 'evil.example'],
    ['X-Forwarded-Proto', text],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-For', `${text}, ::1`],
    ['Forwarded', 'host=evil.example;proto=javascript'],
    ['Origin', text],
    ['Origin', 'https://evil.example'],
    ['Sec-Fetch-Site', random.pick(['cross-site', 'same-site', 'none', text])],
    ['Referer', text],
    ['User-Agent', text],
    ['If-None-Match', text],
    ['If-None-Match', '*'],
    ['If-Modified-Since', text],
    ['Range', 'bytes=0-0,-1,5-2,9999999999999999999-'],
    ['Expect', '100-continue'],
    ['Upgrade', 'websocket'],
    ['Idempotency-Key', text],
    ['X-Ocop-Signature', `t=${text},v1=${text}`],
    ['Authorization', `Bearer ${text}`],
    ['X-HTTP-Method-Override', 'DELETE'],
    ['X-Form-Token', text],
    [`X-${'a'.repeat(3000)}`, 'b'],
    ['__proto__', text],
  ])
}
