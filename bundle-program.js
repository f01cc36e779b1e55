import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build, transform } from 'esbuild'

/**
 * Makes of `src` the programs that the package ships, for `npm run build`: few files instead of a thousand, which a shop
 * opens sooner and holds in less memory. Each entry keeps its place in `dist`; what several share lies in `dist/chunks`,
 * so that every module is there once. Packages stay outside, so that an update of one reaches the shop. The compiler has
 * written types and single modules into `build` before; the types are put beside the programs.
 */
const ROOT = import.meta.dirname
const SRC = join(ROOT, 'src')
const BUILD = join(ROOT, 'build')
const DIST = join(ROOT, 'dist')

/** Stands for the way from a file to `dist`, until it is known in which file a module ends up. */
const TO_DIST = '<to dist>/'

const { exports, bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const sources = readdirSync(SRC, { recursive: true }).filter((name) => name.endsWith('.ts'))
const textOf = (name) => readFileSync(join(SRC, name), 'utf8')

/** What others import, the command, and each module that a module names by its address: threads and processes begin there. */
function listEntries() {
  const shipped = [...Object.values(exports).map(({ node, default: file }) => node ?? file), ...Object.values(bin)]
  const named = sources.flatMap((name) =>
    [...textOf(name).matchAll(/new URL\('(\.[^']*)\.js', import\.meta\.url\)/g)].map(([, module]) =>
      join(SRC, dirname(name), `${module}.ts`),
    ),
  )
  const ofSrc = shipped
    .filter((file) => file !== undefined)
    .map((file) => join(SRC, relative('dist', file).replace(/\.js$/, '.ts')))
  return [...new Set([...ofSrc, ...named])]
}

/**
 * A text with one letter beyond Latin-1 takes two bytes for each of its letters while the program runs, and Node keeps the
 * text of all that it loads. The bundler escapes it in strings; what it leaves in regular expressions is escaped here.
 */
const escapeLetters = (text) =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A module finds its neighbours and the package's data from where it would lie by itself. */
const withOwnAddress = {
  name: 'own address',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
      const name = relative(SRC, path)
      const own = `new URL(${JSON.stringify(TO_DIST + name.replace(/\.ts$/, '.js'))}, import.meta.url).href`
      return { contents: textOf(name).replaceAll('import.meta.url', own), loader: 'ts' }
    })
  },
}

const { outputFiles } = await build({
  entryPoints: listEntries(),
  absWorkingDir: ROOT,
  outbase: SRC,
  outdir: DIST,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  plugins: [withOwnAddress],
  write: false,
})

/** What is said of members stands in the types, where people read it; the bundler leaves it in the programs, too. */
async function withoutRemarks({ path, text }) {
  const bare = text.replace(/^ *\/\*\*.*?\*\/\n/gms, '')
  const [whole, rest] = await Promise.all(
    [text, bare].map(async (code) => (await transform(code, { minifyWhitespace: true })).code),
  )
  if (whole !== rest) throw new Error(`${relative(ROOT, path)} holds text that looks like a remark.`)
  return [path, escapeLetters(bare.replaceAll(TO_DIST, `${relative(dirname(path), DIST) || '.'}/`))]
}

const contents = new Map(await Promise.all(outputFiles.map(withoutRemarks)))
for (const name of readdirSync(BUILD, { recursive: true }))
  if (name.endsWith('.d.ts')) contents.set(join(DIST, name), readFileSync(join(BUILD, name), 'utf8'))

// Several that start at once build at once: what is as it should be is not touched, all else changes in one step.
const draft = join(BUILD, `draft-${process.pid}`)
for (const [file, text] of contents) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(draft, text)
  renameSync(draft, file)
}
// What an earlier build left does not ship; the search for pages is made by a build of its own.
const named = JSON.stringify(exports)
for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name)
  if (entry.isFile() && !contents.has(file) && !named.includes(`./${relative(ROOT, file)}`))
    rmSync(file, { force: true })
}
