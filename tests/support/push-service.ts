import { createDecipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

interface Pushed {
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer | string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length))

/** A push service with one browser behind it, which reads what was sealed for it as RFC 8291 says. */
export class PushService {
  readonly received: Pushed[] = []
  answer = 201
  readonly #server: Server
  readonly #keys: ECDH = createECDH('prime256v1')
  readonly #auth = randomBytes(16)

  private constructor() {
    this.#keys.generateKeys()
    this.#server = createServer((request, response) => {
      void buffer(request).then((body) => {
        this.received.push({ headers: request.headers, body })
        response.writeHead(this.answer).end()
      })
    })
  }

  static async open(): Promise<PushService> {
    const service = new PushService()
    await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve))
    return service
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** As the browser hands it to the page. */
  get subscription() {
    return {
      endpoint: `${this.origin}/send/one`,
      p256dh: this.#keys.getPublicKey('base64url'),
      auth: this.#auth.toString('base64url'),
    }
  }

  /** What the browser reads, oldest first. */
  read(): Record<string, string>[] {
    return this.received.map(({ body }) => JSON.parse(this.#open(body)) as Record<string, string>)
  }

  #open(body: Buffer): string {
    const [salt, sender] = [body.subarray(0, 16), body.subarray(21, 86)]
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.#keys.getPublicKey(), sender])
    const secret = derive(this.#keys.computeSecret(sender), this.#auth, info, 32)
    const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
    const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12)
    const decipher = createDecipheriv('aes-128-gcm', key, nonce)
    decipher.setAuthTag(body.subarray(-16))
    const plain = Buffer.concat([decipher.update(body.subarray(86, -16)), decipher.final()])
    // The last record ends with 2 and zeros.
    return plain.subarray(0, plain.lastIndexOf(2)).toString()
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}
