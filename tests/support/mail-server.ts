import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

export interface Mail {
  readonly from: string
  readonly to: string
  /** Headers and body as they came, folded lines joined. */
  readonly content: string
}

/** A mail server that keeps what it is given, or refuses it for now. */
export class MailServer {
  readonly mails: Mail[] = []
  isRefusing = false
  /** The one address that it refuses. */
  refused = ''
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor() {
    this.#server = createServer((socket) => this.#talk(socket))
  }

  static async open(): Promise<MailServer> {
    const server = new MailServer()
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve))
    return server
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket)
    const say = (line: string): boolean => socket.write(`${line}\r\n`)
    let [text, from, to, isData] = ['', '', '', false]
    socket.setEncoding('utf8').on('error', () => undefined)
    socket.on('data', (chunk: string) => {
      text += chunk
      for (;;) {
        const end = text.indexOf(isData ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const line = text.slice(0, end)
        text = text.slice(end + (isData ? 5 : 2))
        if (isData) {
          this.mails.push({ from, to, content: line.replace(/\r\n[ \t]/g, ' ') })
          isData = false
          say('250 kept')
        } else if (/^(EHLO|HELO)/i.test(line)) say('250 mail.test')
        else if (/^MAIL FROM/i.test(line)) {
          from = line
          say(this.isRefusing ? '451 not now' : '250 ok')
        } else if (/^RCPT TO/i.test(line)) {
          to = /<([^>]*)>/.exec(line)?.[1] ?? ''
          say(to === this.refused ? '451 no such box now' : '250 ok')
        } else if (/^DATA/i.test(line)) {
          isData = true
          say('354 go on')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else say('250 ok')
      }
    })
    say('220 mail.test')
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }
}
