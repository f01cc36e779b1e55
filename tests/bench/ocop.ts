import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { OCOP } from './built.js'

/** Loaded before the command: tells what it uses when asked, and at its end; ends the command when the bench is gone. */
const TELL = `data:text/javascript,${encodeURIComponent(`
  const tell = (memory) => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    process.send({ cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS * 1024, ...memory })
  }
  process.on('message', (asked) => {
    if (asked === 'usage') globalThis.gc()
    tell(process.memoryUsage())
  })
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
  process.once('beforeExit', () => tell({}))
`)}`

/** What a process has used by now: milliseconds of processor time, and the most memory that it took, in bytes. */
interface Usage {
  readonly cpu: number
  readonly peak: number
}

/** What `npm start` and the examples in `deploy/` say to Node. */
export const AS_DEPLOYED = ['--min-semi-space-size=4', '--max-semi-space-size=16']

/** The shipped command, in a process of its own. */
function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...AS_DEPLOYED, '--expose-gc', '--import', TELL, OCOP, ...args, '--lang', 'en'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

const textOf = async (stream: NodeJS.ReadableStream | null): Promise<string> => {
  let text = ''
  for await (const part of stream ?? []) text += String(part)
  return text
}

export interface Run extends Usage {
  /** From the start of the process to its end. */
  readonly milliseconds: number
}

/** Runs `ocop` to its end. */
export async function runOcop(...args: string[]): Promise<Run> {
  const begin = performance.now()
  const child = start(args)
  let usage: Usage = { cpu: NaN, peak: NaN }
  child.on('message', (message: Usage) => (usage = message))
  const [output, complaint, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ])
  if (code !== 0) throw new Error(`ocop ${args.join(' ')} ended with ${String(code)}: ${complaint || output}`)
  return { ...usage, milliseconds: performance.now() - begin }
}

export interface Served {
  readonly origin: string
  /** From the start of the process until it listens. */
  readonly milliseconds: number
  /** After a collection. */
  usage(): Promise<Usage & NodeJS.MemoryUsage>
  /** Without a collection but those that V8 does by itself. */
  usageAsIs(): Promise<Usage & NodeJS.MemoryUsage>
  stop(): Promise<void>
}

/** Opens the storefront on a folder, on a free port of this machine alone. */
export async function serveOcop(folder: string): Promise<Served> {
  const begin = performance.now()
  const child = start(['serve', '--port', '0', '--host', '127.0.0.1', '--data', folder])
  const complaint = textOf(child.stderr)
  let said = ''
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString()
      const found = /http:\/\/[\d.:]+/.exec(said)?.[0]
      if (found) resolve(found)
    })
    child.once('exit', () => void complaint.then((why) => reject(new Error(`ocop serve ended: ${why || said}`))))
  })
  const ask = async (what: string): Promise<Usage & NodeJS.MemoryUsage> => {
    child.send(what)
    const [usage] = (await once(child, 'message')) as [Usage & NodeJS.MemoryUsage]
    return usage
  }
  return {
    origin,
    milliseconds: performance.now() - begin,
    usage: () => ask('usage'),
    usageAsIs: () => ask('usage as is'),
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
