import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What a browser would load of the search. */
export interface BrowserBundle {
  /** A script that sets the global `search`. */
  readonly script: string
  /** Every file that gave something to it, from the root of the project. */
  readonly files: readonly string[]
  /** Sizes in bytes. */
  readonly bytes: number
  readonly gzip: number
  readonly brotli: number
}

/** Bundles these exports of the search for browsers, as a page's own build would. */
export async function browserBundle(
  names: readonly string[],
  options: { withoutFuse?: boolean } = {},
): Promise<BrowserBundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${names.join(', ')} } from './src/search/browser-entry.js'`, resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'browser',
    ...(options.withoutFuse ? { format: 'esm', external: ['fuse.js'] } : { format: 'iife', globalName: 'search' }),
    target: 'es2022',
    charset: 'utf8',
  })
  const [file] = outputFiles
  const [output] = Object.values(metafile.outputs)
  const contents = file?.contents ?? new Uint8Array()
  return {
    script: file?.text ?? '',
    files: Object.entries(output?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 && path !== '<stdin>' ? [path] : [],
    ),
    bytes: contents.length,
    gzip: gzipSync(contents, { level: 9 }).length,
    brotli: brotliCompressSync(contents).length,
  }
}
