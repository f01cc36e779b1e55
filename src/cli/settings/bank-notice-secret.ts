import { isRandomSecret } from '../../access/secrets.js'
import { usageRefusal } from '../refusal.js'
import type { SiteSettings } from './site-settings.js'

const VARIABLE = 'OCOP_BANK_NOTICE_SECRET'

/**
 * The secret with which bank notices are signed: `OCOP_BANK_NOTICE_SECRET`, else `bankNoticeSecret` of `site.json`.
 *
 * @throws {Refusal} for one that is short or taken from an example.
 */
export function bankNoticeSecret(settings: SiteSettings, env: NodeJS.ProcessEnv): string | undefined {
  const name = env[VARIABLE] ? VARIABLE : 'site.json: bankNoticeSecret'
  const secret = env[VARIABLE] || settings.bankNoticeSecret
  if (secret === undefined || isRandomSecret(secret)) return secret
  throw usageRefusal(
    `${name}: khóa bí mật cần ít nhất 32 ký tự ngẫu nhiên, ví dụ tạo bằng: openssl rand -hex 32`,
    `${name}: the secret needs at least 32 random characters, made for example by: openssl rand -hex 32`,
  )
}
