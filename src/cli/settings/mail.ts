import { CatalogError, issueText } from '../../catalog/errors.js'
import type { Language } from '../../catalog/text.js'
import type { MailServer, MailSettings } from '../../outbound/mail.js'
import { createMailer } from '../../outbound/mail.js'
import { usageRefusal } from '../refusal.js'
import type { SiteSettings } from './site-settings.js'
import type { Terminal } from '../terminal.js'

/** `OCOP_MAIL_SERVER` and `OCOP_MAIL_FROM`, else `mail` of `site.json`; null when neither names a mail server. */
export function mailSettings({ mail }: SiteSettings, env: NodeJS.ProcessEnv): MailSettings | null {
  const server = env['OCOP_MAIL_SERVER'] || mail?.server
  const from = env['OCOP_MAIL_FROM'] || mail?.from
  if (server === undefined) return null
  if (from !== undefined) return { server, from }
  throw usageRefusal(
    'Có máy chủ thư nhưng chưa có địa chỉ gửi: đặt OCOP_MAIL_FROM hoặc mail.from trong site.json.',
    'There is a mail server but no sender: set OCOP_MAIL_FROM, or mail.from in site.json.',
  )
}

/**
 * The site's mailer; null when no mail server is named.
 *
 * @throws {Refusal} when the server is written wrongly, the sender is missing, or `nodemailer` is not installed.
 */
export async function openMailer(settings: SiteSettings, env: NodeJS.ProcessEnv): Promise<MailServer | null> {
  const mail = mailSettings(settings, env)
  try {
    return mail && (await createMailer(mail))
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    const sayIn = (language: Language) =>
      error.issues.map((issue) => issueText(issue, language)).join(' ') || error.text(language)
    throw usageRefusal(sayIn('vi'), sayIn('en'))
  }
}

/** Tries the mail server, and tells the operator when it does not answer. The shop opens all the same. */
export async function tryMailer(mailer: MailServer, terminal: Terminal): Promise<void> {
  try {
    await mailer.check()
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    terminal.tell(
      terminal.language === 'vi'
        ? `Máy chủ thư chưa nhận kết nối (${said}). Thư sẽ chờ và được gửi lại.`
        : `The mail server does not take us (${said}). Letters wait and are tried again.`,
    )
  }
}
