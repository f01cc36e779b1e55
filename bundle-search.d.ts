import type { BuildOptions, BuildResult } from 'esbuild'

export const INNER_NAMES: readonly (readonly string[])[]
export function bundleSearch<O extends BuildOptions>(options: O): Promise<BuildResult<O & { metafile: true }>>
