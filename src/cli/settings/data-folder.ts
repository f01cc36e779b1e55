import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** True in a clone of this package, where a site's data lie under `data/live`, which git leaves aside. */
function isClone(folder: string): boolean {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return false
  try {
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown }).name === 'ocop-catalog'
  } catch {
    return false
  }
}

/** Where the site's data lie: `--data`, else `OCOP_DATA`, else `data/live` in a clone, else `ocop-data` here. */
export function dataFolder(option: string | undefined, env: NodeJS.ProcessEnv, cwd: string): string {
  const named = option ?? env['OCOP_DATA']
  if (named) return resolve(cwd, named)
  return isClone(cwd) ? join(cwd, 'data', 'live') : join(cwd, 'ocop-data')
}
