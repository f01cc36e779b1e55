import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'

const DEBIAN = '/usr/sbin/pgbouncer'

/** PgBouncer: a program named by the environment, or the one that Debian installs. */
function findPooler(): string {
  const program = process.env['PGBOUNCER'] ?? DEBIAN
  if (existsSync(program)) return program
  throw new Error('there is no PgBouncer (apt-get install pgbouncer, or PGBOUNCER=/path/to/it)')
}

export interface Pooler {
  readonly url: string
  stop(): Promise<void>
}

/** PgBouncer that lends its few connections to a server for one transaction at a time. */
export async function startPooler(serverPort: number, settings: readonly string[] = []): Promise<Pooler> {
  const program = findPooler()
  const folder = await mkdtemp(join(tmpdir(), 'ocop-pooler-'))
  const port = await freePort()
  const configuration = [
    '[databases]',
    `postgres = host=127.0.0.1 port=${serverPort} user=shop`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = transaction',
    'default_pool_size = 3',
    ...settings,
  ]
  const file = join(folder, 'pgbouncer.ini')
  await writeFile(file, `${configuration.join('\n')}\n`)
  for (const place of [folder, file]) await chmod(place, 0o755)
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const running = spawn(program, ['-q', ...asNobody, file], { stdio: 'ignore' })
  const url = `postgres://shop@127.0.0.1:${port}/postgres`
  while (!(await answers(url))) {
    if (running.exitCode !== null) throw new Error('PgBouncer did not start.')
    await delay(20)
  }
  return {
    url,
    async stop() {
      const exited = once(running, 'exit')
      running.kill('SIGQUIT')
      await exited
      await rm(folder, { recursive: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  )
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
