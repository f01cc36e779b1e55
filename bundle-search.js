import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * Makes of `src/search/browser-entry.ts` the file that pages load, which `npm run build` puts into `dist`: one module, small,
 * with the plainer parts of `src/search/page` in the place of those that a server with 100,000 products needs.
 */
const ROOT = dirname(fileURLToPath(import.meta.url))
const SEARCH = join(ROOT, 'src/search')
const PAGE = join(SEARCH, 'page')

/** Parts of the search that a page has in a plainer form, in `src/search/page` under the same name. */
const PLAINER = [
  'facets/facets',
  'index/folds',
  'index/name-beginnings',
  'index/pairs',
  'index/phrase-finder',
  'index/postings',
  'index/text-index',
  'query/check-query',
  'rank/best',
  'rank/matcher',
  'rank/orders',
  'rank/positions',
  'rank/sort-keys',
]

/**
 * Names of properties that no page sees, which are made short. Those of one line are written alike, since no object has two
 * of them, as a test makes sure: what repeats itself takes less room.
 */
export const INNER_NAMES = `
addMost agreement alternatives byOtherWords common cuts document fieldsAt findFold held ids isKnown isNoise isOtherAt item items longest marksTyped otherMeaning own products recount repair settledToo slot slots spellings start sum term times vocabulary word
alternative areTonesMissing before best end fit follows grade hasWord isRequired isShort judged last matches meaning names ofProducer orders phrase phrases range ranks scores side terms touch worth
fits groups inOtherMeaning isLive isRight key likelihood onlyIn placesOf read readings restore seen withMarks
asTyped ends findQuickly isSettled nameTerms pairs placeOrGroup postings slotOf
meansAll nameLengths onlyInNames timesFollowed
producerOf withBeginning
near useOtherMeanings
intern
soundingLike`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

/** How they are written, a letter for each line: those that are frequent in programs. */
const LETTERS = 'etnrosila'

/**
 * What an index shows of itself to be handed to another thread, and what spares a large one work to come, such as to read
 * a known product's words anew, or to sort beforehand.
 */
const FOR_SERVERS =
  /\n  get parts\(\)[^]*?\n  \}\n|(?<=\n  \*settle.*)\n[^]*?(?=\n  \})|\n  sort\(\): void \{\n    this\.#all[^]*?\n  \}\n|\n    this\.phrases = .*|\n    if \(known !== undefined && this\.#products\.names[^]*?\n    \}/g

/** Numbers that have a name are written where they are used, and what no page calls is left out: that is shorter. */
const withLessText = {
  name: 'less text',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/search\/.*\.ts$/ }, async ({ path }) => {
      let contents = (await readFile(path, 'utf8')).replace(FOR_SERVERS, '')
      for (const [, name, number] of contents.matchAll(/^(?:export )?const ([A-Z_]+) = ([\d._]+)$/gm))
        contents = contents.replace(new RegExp(`(?<!const )\\b${name}\\b(?! =)`, 'g'), number)
      return { contents, loader: 'ts' }
    })
  },
}

const withPlainerParts = {
  name: 'plainer parts',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, importer }) => {
      const file = join(dirname(importer), path).replace(/\.js$/, '')
      const isPlainer = dirname(importer) !== PAGE && PLAINER.some((part) => file === join(SEARCH, part))
      return isPlainer ? { path: join(PAGE, `${basename(file)}.ts`) } : undefined
    })
  },
}

/** Bundles the search for pages, without Fuse.js unless the options say otherwise. */
export const bundleSearch = (options) =>
  build({
    entryPoints: [join(SEARCH, 'browser-entry.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    charset: 'utf8',
    external: ['fuse.js'],
    mangleProps: new RegExp(`^(?:${INNER_NAMES.flat().join('|')})$`),
    mangleCache: Object.fromEntries(INNER_NAMES.flatMap((names, i) => names.map((name) => [name, LETTERS.charAt(i)]))),
    plugins: [withPlainerParts, withLessText],
    ...options,
  })

if (process.argv[1] === fileURLToPath(import.meta.url))
  await bundleSearch({ outfile: join(ROOT, 'dist/search/browser-entry.js') })
