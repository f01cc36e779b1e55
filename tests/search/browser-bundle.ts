import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { bundleSearch } from '../../bundle-search.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What a browser would load of the search. */
export interface BrowserBundle {
  /** A script that sets the global `search`. */
  readonly script: string
  /** Every file that gave something to it, from the root of the project. */
  readonly files: readonly string[]
  /** Sizes in bytes of the module that the package has for pages, as a page's own build would bundle it. */
  readonly withoutFuse: Sizes
  readonly withFuse: Sizes
}

interface Sizes {
  readonly bytes: number
  readonly gzip: number
  readonly brotli: number
}

async function bundled(module: string, external: string[]): Promise<Sizes> {
  const { outputFiles } = await build({
    stdin: { contents: module, resolveDir: ROOT },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    external,
  })
  const contents = outputFiles[0]?.contents ?? new Uint8Array()
  return {
    bytes: contents.length,
    gzip: gzipSync(contents, { level: 9 }).length,
    brotli: brotliCompressSync(contents).length,
  }
}

/** Bundles the search for browsers as the build does, and as a page's own build would after it. */
export async function browserBundle(): Promise<BrowserBundle> {
  const module = (await bundleSearch({ write: false })).outputFiles[0]?.text ?? ''
  const page = await bundleSearch({ write: false, external: [], format: 'iife', globalName: 'search' })
  const [output] = Object.values(page.metafile.outputs)
  return {
    script: page.outputFiles[0]?.text ?? '',
    files: Object.entries(output?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [path] : [],
    ),
    withoutFuse: await bundled(module, ['fuse.js']),
    withFuse: await bundled(module, []),
  }
}
