import { loadOptional } from '../catalog/load-optional.js'
import {
  checkOptions,
  neededOption,
  optionFault,
  refuseOptions,
  Text,
  type OptionRules,
} from '../catalog/option-rules.js'
import type { Mailer } from '../catalog/ports/outbound.js'

/** A mail server, and how the shop's letters are signed. */
export interface MailSettings {
  /** `smtp://name:password@host:587` (TLS once connected) or `smtps://…:465` (TLS from the start). */
  readonly server: string
  /** The sender: `shop@example.vn` or `Phiên chợ OCOP <shop@example.vn>`. */
  readonly from: string
}

/** A mailer that can be tried. */
export interface MailServer extends Mailer {
  /** Connects and signs in, and sends nothing. Rejects when that fails. */
  check(): Promise<void>
  /** Ends the connections to the mail server. */
  close(): void
}

const RULES: OptionRules<MailSettings> = {
  server: neededOption('địa chỉ của máy chủ thư', 'the address of a mail server', Text),
  from: neededOption('địa chỉ gửi như "shop@example.vn"', 'a sender such as "shop@example.vn"', Text),
}

const CONNECT_MS = 10_000
const TALK_MS = 30_000

const isLocal = (host: string): boolean => host === 'localhost' || host === '127.0.0.1' || host === '::1'

/**
 * Sends letters by a mail server. A password is never sent without TLS, except to this machine itself. Names and
 * addresses are kept out of headers that they do not belong to by nodemailer.
 *
 * @throws {CatalogError} `NOT_INSTALLED` without the optional package `nodemailer`.
 * @throws {CatalogError} `INVALID_OPTIONS` when an option cannot be, or `server` is no such address.
 */
export async function createMailer(settings: MailSettings): Promise<MailServer> {
  checkOptions('createMailer', settings, RULES)
  const { server, from } = settings
  const url = URL.canParse(server) ? new URL(server) : null
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw refuseOptions(
      'createMailer',
      optionFault(
        'server',
        'Máy chủ thư phải viết như smtp://tên:mật-khẩu@máy-chủ:587 hoặc smtps://…:465.',
        'A mail server is written as smtp://name:password@host:587 or smtps://…:465.',
      ),
    )
  const { createTransport } = await loadOptional('nodemailer', () => import('nodemailer'))
  const secure = url.protocol === 'smtps:'
  const auth = url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : null
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && auth !== null && !isLocal(url.hostname),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: TALK_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(auth ? { auth } : {}),
  })
  return {
    async send({ id, to, subject, text, html, enclosures = [] }) {
      const attachments = enclosures.map(({ name, type, content }) => ({
        filename: name,
        contentType: type,
        content: Buffer.from(content),
      }))
      const messageId = id === undefined ? {} : { messageId: `<${id}@ocop-catalog>` }
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, html, attachments, ...messageId })
    },
    async check() {
      await transport.verify()
    },
    close: () => transport.close(),
  }
}
