import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'
import { PATIENCE_MS } from '../support/patience.js'

/** A request as bytes: what no well-behaved client would send goes out as it is. */
export interface RawRequest {
  readonly method: string
  /** The request target, in latin1. */
  readonly target: string
  /** Header lines in latin1, without `Host` and `Content-Length`. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Buffer | null
}

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
  readonly milliseconds: number
  /** True when the server was still silent after the patience of the fuzzer. */
  readonly isHanging: boolean
}

export const headerOf = ({ headers }: Pick<RawAnswer, 'headers'>, name: string): string | undefined =>
  headers.find(([key]) => key === name)?.[1]

function toBytes({ method, target, headers, body }: RawRequest, host: string): Buffer {
  const own: [string, string][] = headers.some(([name]) => name.toLowerCase() === 'host') ? [] : [['Host', host]]
  const length: [string, string][] = body === null ? [] : [['Content-Length', String(body.length)]]
  const lines = [...own, ...headers, ...length, ['Connection', 'close'] as const]
  const head = `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), body ?? Buffer.alloc(0)])
}

function withoutChunks(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const end = bytes.indexOf('\r\n', at)
    const size = end < 0 ? 0 : Number.parseInt(bytes.toString('latin1', at, end), 16)
    if (!(size > 0)) return Buffer.concat(parts)
    parts.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}

function toAnswer(bytes: Buffer, milliseconds: number, isHanging: boolean): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return { status: 0, headers: [], body: '', milliseconds, isHanging }
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const split = line.indexOf(':')
    return [line.slice(0, split).toLowerCase(), line.slice(split + 1).trim()]
  })
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0)
  const rest = bytes.subarray(end + 4)
  // An interim answer (100 Continue) goes before the real one.
  if (status === 100) return toAnswer(rest, milliseconds, isHanging)
  const body = headerOf({ headers }, 'transfer-encoding') === 'chunked' ? withoutChunks(rest) : rest
  return { status, headers, body: body.toString('utf8'), milliseconds, isHanging }
}

/** Sends one request on a connection of its own and waits for the whole answer. */
export function sendRaw(origin: string, request: RawRequest): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(origin)
  return new Promise((resolve) => {
    const start = performance.now()
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname)
    let isHanging = false
    const patience = setTimeout(() => {
      isHanging = true
      socket.destroy()
    }, PATIENCE_MS)
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    // A server that has refused a long body closes while it is still being sent; its answer lies in `chunks`.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(patience)
      resolve(toAnswer(Buffer.concat(chunks), performance.now() - start, isHanging))
    })
    socket.write(toBytes(request, host))
  })
}
