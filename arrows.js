/**
 * The arrows of the house: which folder of `src` may import which, and which packages each may use.
 * Anything else is a lint error; `tests/architecture.test.ts` proves that the rule bites.
 */
const arrows = {
  catalog: { folders: [], packages: ['zod', 'temporal-polyfill', 'libphonenumber-js'] },
  search: { folders: ['catalog'], packages: ['zod', 'fuse.js'] },
  access: { folders: ['catalog'], packages: ['otpauth', 'node:crypto', 'node:util', 'node:zlib'] },
  trade: { folders: ['catalog'], packages: ['zod'] },
  desk: { folders: ['catalog'], packages: [] },
  care: { folders: ['catalog'], packages: [] },
  reports: { folders: ['catalog', 'trade'], packages: [] },
  links: { folders: ['catalog', 'outbound'], packages: ['robots-parser', 'node:timers/promises'] },
  files: { folders: [], packages: ['node:*'] },
  store: { folders: ['catalog', 'files'], packages: ['zod', 'lowdb', 'pg', 'tar', 'node:*'] },
  testing: { folders: ['catalog'], packages: ['zod', 'node:assert'] },
  media: { folders: ['catalog', 'files'], packages: ['sharp', 'node:*'] },
  outbound: { folders: ['catalog', 'files'], packages: ['nodemailer', 'web-push', 'node:*'] },
  notify: { folders: ['catalog'], packages: ['standardwebhooks'] },
  site: {
    folders: ['catalog', 'access', 'search', 'trade', 'desk', 'care', 'notify', 'reports'],
    packages: [
      'zod',
      'node:async_hooks',
      'node:crypto',
      'node:events',
      'node:os',
      'node:timers/promises',
      'node:worker_threads',
    ],
  },
  exchange: {
    folders: ['catalog', 'access', 'files', 'site'],
    packages: ['zod', 'jose', 'csv-parse', 'csv-stringify', 'read-excel-file', 'write-excel-file', 'pdfkit', 'node:*'],
  },
  api: { folders: ['catalog', 'desk'], packages: ['zod'] },
  client: { folders: ['api'], packages: ['zod'] },
  storefront: {
    folders: [
      'api',
      'catalog',
      'access',
      'search',
      'trade',
      'desk',
      'care',
      'notify',
      'reports',
      'links',
      'site',
      'exchange',
    ],
    packages: ['zod', 'express', 'ejs', 'helmet', 'compression', 'multer', 'uqr', 'node:*'],
  },
  cli: {
    folders: [
      'api',
      'catalog',
      'access',
      'search',
      'trade',
      'desk',
      'care',
      'notify',
      'reports',
      'site',
      'files',
      'store',
      'links',
      'outbound',
      'exchange',
      'storefront',
    ],
    packages: ['commander', 'pino', 'prom-client', 'zod', 'node:*'],
  },
}

const escape = (text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '.*')

/** What files so many folders below `src` may import: from their own room, and from others by the way that leads there. */
const rule = (room, depth) => {
  const { folders, packages } = arrows[room]
  const up = '\\.\\./'
  const allowed = [
    '\\./',
    ...(depth > 1 ? [`(?:${up}){1,${depth - 1}}(?!${up})`] : []),
    ...folders.map((name) => `(?:${up}){${depth}}${name}/`),
    ...packages.map((name) => `${escape(name)}(?:/|$)`),
    ...(room === 'cli' ? [`(?:${up}){${depth}}create-catalog\\.js$`] : []),
  ]
  return {
    files: [`src/${room}/${'*/'.repeat(depth - 1)}*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!${allowed.join('|')})`,
              message: `src/${room} may import only from: ${[room, ...folders, ...packages].join(', ')} (arrows.js).`,
            },
          ],
        },
      ],
    },
  }
}

export const arrowRules = Object.keys(arrows).flatMap((room) => [1, 2, 3, 4].map((depth) => rule(room, depth)))
