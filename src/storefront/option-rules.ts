import { statSync } from 'node:fs'
import * as z from 'zod'
import {
  addressOption,
  callOption,
  flagOption,
  having,
  localizedOption,
  neededOption,
  numberOrNullOption,
  oneOfOption,
  option,
  ownerOption,
  Text,
  wholeNumberOption,
  type OptionRules,
} from '../catalog/option-rules.js'
import { isRandomSecret } from '../access/secrets.js'
import { hasWorkings } from '../site/workings.js'
import type { StorefrontOptions } from './options.js'

const WRAPPED = /^(?!https?:|file:)[a-z][a-z0-9+.-]{1,30}:\/\/[a-z0-9.-]{1,253}(?::\d{1,5})?$/

/**
 * True for scheme, host and port as browsers send them: no path, no star. Mini apps and wrapped pages have schemes of
 * their own, such as `zbrowser://h5.zdn.vn` of Zalo.
 */
export const isOrigin = (text: string): boolean =>
  WRAPPED.test(text) || (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text)

export const catalogOption = neededOption(
  'kết quả của “await createCatalog({ folder })”',
  'what “await createCatalog({ folder })” gives',
  z.custom(hasWorkings),
)

/** What lies within is checked where it is used. */
const Part = z.looseObject({}).optional()

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

export const STOREFRONT_RULES: OptionRules<StorefrontOptions> = {
  catalog: catalogOption,
  name: localizedOption,
  mode: oneOfOption('catalogue', 'direct', 'intermediary'),
  owner: ownerOption,
  baseUrl: addressOption,
  trustProxy: option(
    'số máy chủ trung gian, true, false, hoặc địa chỉ theo cách của Express',
    'a number of proxies, true, false, or addresses as Express takes them',
    z.union([z.boolean(), z.int().min(0), Text]),
  ),
  bankNoticeSecret: option('ít nhất 32 ký tự ngẫu nhiên', 'at least 32 random characters', Text.refine(isRandomSecret)),
  views: option(
    'một thư mục có thật; đường dẫn tương đối tính từ nơi chạy chương trình',
    'a folder that is there; a relative path begins where the program was started',
    Text.refine(isFolder),
  ),
  messages: option(
    '{ vi: { … }, en: { … } }, câu chữ theo ngôn ngữ và khu vực',
    '{ vi: { … }, en: { … } }, words by language and area',
    z.strictObject({ vi: Part, en: Part }),
  ),
  theme: option(
    '{ light: { … }, dark: { … } }, giá trị theo biến CSS',
    '{ light: { … }, dark: { … } }, values by custom property',
    z.strictObject({ light: Part, dark: Part }),
  ),
  drawCover: callOption,
  mount: option('một đường dẫn như "/ocop"', 'a path such as "/ocop"', z.string().regex(/^(?:\/[^\s?#]*)?$/)),
  embeddable: flagOption,
  failures: oneOfOption('storefront', 'host'),
  bundleSigner: option(
    'kết quả của “await openSigner(file)”',
    'what “await openSigner(file)” gives',
    having('key', 'sign'),
  ),
  backups: option(
    'một nhóm có folder, list, read và make',
    'an object with folder, list, read and make',
    having('folder', 'list', 'read', 'make'),
  ),
  apiOrigins: option(
    'một danh sách gốc như ["https://mini.example.vn"]',
    'a list of origins such as ["https://mini.example.vn"]',
    z.array(z.string().refine(isOrigin)),
  ),
  apiPerMinute: numberOrNullOption,
  cacheTemplates: flagOption,
  pageMemory: wholeNumberOption(0),
  onError: callOption,
}
