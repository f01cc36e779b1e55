import type { Language } from '../../catalog/text.js'

/** What a variable of the environment is for, with what holds without it. */
type Variable = Readonly<Record<Language, string>>

const PREFIX = 'OCOP_'

/** Every variable that the command line reads, in the order in which the help lists them. */
export const VARIABLES: Readonly<Record<string, Variable>> = {
  PORT: { vi: 'cổng của ocop serve (mặc định: 3000)', en: 'port of ocop serve (default: 3000)' },
  HOST: {
    vi: 'địa chỉ mà ocop serve nhận kết nối (mặc định: mọi địa chỉ của máy)',
    en: 'address on which ocop serve listens (default: all of the machine)',
  },
  OCOP_DATA: {
    vi: 'thư mục dữ liệu (mặc định: data/live trong bản sao mã nguồn, hoặc ./ocop-data)',
    en: 'data folder (default: data/live in a clone, or ./ocop-data)',
  },
  DATABASE_URL: {
    vi: 'PostgreSQL thay cho kho nhúng (mặc định: kho nhúng trong thư mục dữ liệu)',
    en: 'PostgreSQL in place of the embedded store (default: the embedded store in the data folder)',
  },
  METRICS_PORT: {
    vi: 'cổng trên 127.0.0.1 cho số liệu Prometheus (mặc định: không có)',
    en: 'port on 127.0.0.1 for figures for Prometheus (default: none are served)',
  },
  OCOP_SEAL_KEYS: {
    vi: 'khóa niêm các bí mật, cách nhau bằng dấu cách (mặc định: không niêm)',
    en: 'keys under which secrets are sealed, separated by blanks (default: none are sealed)',
  },
  OCOP_SEAL_KEYS_FILE: {
    vi: 'tệp chứa các khóa ấy, mỗi dòng một khóa (mặc định: không có)',
    en: 'file with these keys, one a line (default: none)',
  },
  OCOP_BANK_NOTICE_SECRET: {
    vi: 'khóa ký báo có ngân hàng (mặc định: bankNoticeSecret trong site.json)',
    en: 'with which bank notices are signed (default: bankNoticeSecret of site.json)',
  },
  OCOP_MAIL_SERVER: {
    vi: 'máy chủ thư, như smtp://tên:mật-khẩu@máy:587 (mặc định: mail.server trong site.json)',
    en: 'mail server, such as smtp://name:password@host:587 (default: mail.server of site.json)',
  },
  OCOP_MAIL_FROM: {
    vi: 'người gửi thư (mặc định: mail.from trong site.json)',
    en: 'sender of letters (default: mail.from of site.json)',
  },
}

/** Variables that bear this program's prefix and mean nothing to it: a mistyped name would be passed over in silence. */
export const unknownVariables = (env: NodeJS.ProcessEnv): readonly string[] =>
  Object.keys(env)
    .filter((name) => name.startsWith(PREFIX) && !Object.hasOwn(VARIABLES, name))
    .toSorted()

/** The variables as a part of the help. */
export function variableHelp(language: Language): string {
  const width = Math.max(...Object.keys(VARIABLES).map(({ length }) => length)) + 2
  const lines = Object.entries(VARIABLES).map(([name, meaning]) => `  ${name.padEnd(width)}${meaning[language]}`)
  return ['', language === 'vi' ? 'Biến môi trường:' : 'Environment:', ...lines].join('\n')
}
