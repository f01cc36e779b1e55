import { execFile } from 'node:child_process'
import { mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { slimDist } from './slim-dist.js'

const run = promisify(execFile)

export const ROOT = path.resolve(import.meta.dirname, '../..')

export interface PackedProject {
  readonly folder: string
  readonly tarball: string
  /** What the package holds, as `npm pack` lists it. */
  readonly files: readonly { readonly path: string; readonly size: number }[]
  /** Bytes of the tarball. */
  readonly size: number
  /** Runs a file of the project with Node. */
  node(...command: string[]): Promise<{ readonly stdout: string; readonly stderr: string }>
}

/**
 * Packs the package as it is built, made slim as `prepack` makes it, and installs it from the tarball in an empty project, with what it depends on and
 * nothing else. `lent` are development packages that the project borrows, such as the frameworks of hosts.
 */
export async function installPacked(...lent: string[]): Promise<PackedProject> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ocop-consumer-'))
  const packing = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  slimDist()
  const { stdout } = await run('npm', packing, { cwd: ROOT, maxBuffer: 16_000_000 })
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: PackedProject['files']; size: number }]
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ type: 'module', private: true }))
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts']
  await run('npm', ['install', ...flags, `./${packed.filename}`], { cwd: folder })
  for (const name of lent) await symlink(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name))
  return {
    folder,
    tarball: path.join(folder, packed.filename),
    files: packed.files,
    size: packed.size,
    node: (...command) => run(process.execPath, command, { cwd: folder }),
  }
}
