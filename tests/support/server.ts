import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const CLI = path.resolve(import.meta.dirname, '../../dist/cli/main.js')

/** The real server process, as the README's command starts it, on a fresh folder with the sample catalog. */
export interface RunningServer {
  readonly origin: string
  readonly folder: string
  readonly process: ChildProcess
  stop(): Promise<void>
}

/** @param prepare - What is done to the folder before, such as making accounts from the command line. */
export async function startServer(prepare?: (folder: string) => Promise<void>): Promise<RunningServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ocop-shop-'))
  await prepare?.(folder)
  const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--host', '127.0.0.1', '--data', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => printed.push(line))
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line)
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (origin) return { origin, folder, process: child, stop: () => stop(child, folder) }
  }
  throw new Error(`the server did not start: ${printed.join('\n')}`)
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  await rm(folder, { recursive: true, force: true })
}
