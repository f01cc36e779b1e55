import { statSync } from 'node:fs'
import {
  addressRule,
  booleanRule,
  functionRule,
  havingRule,
  isFields,
  localizedRule,
  oneOfRule,
  orNull,
  ownerRule,
  textRule,
  textsRule,
  wholeNumberRule,
  type OptionRule,
  type OptionRules,
} from '../catalog/option-rules.js'
import type { StorefrontOptions } from './options.js'
import type { Work } from './work/start-work.js'

const catalogRule: OptionRule = {
  ...havingRule('what “await createCatalog({ folder })” gives', 'state', 'ownPlatform', 'save'),
  isRequired: true,
}

/** `{ [one]: {…}, [other]: {…} }`; what lies within is checked where it is used. */
const partsRule = (wanted: string, ...parts: readonly string[]): OptionRule => ({
  wanted,
  fits: (value) =>
    isFields(value) &&
    Object.entries(value).every(([name, part]) => parts.includes(name) && (part === undefined || isFields(part))),
})

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

export const STOREFRONT_RULES: OptionRules<StorefrontOptions> = {
  catalog: catalogRule,
  siteName: localizedRule,
  mode: oneOfRule('catalogue', 'direct', 'intermediary'),
  owner: ownerRule,
  baseUrl: addressRule,
  trustProxy: {
    wanted: 'a number of proxies, true, false, or addresses as Express takes them',
    fits: (value) => textRule.fits(value) || booleanRule.fits(value) || wholeNumberRule(0).fits(value),
  },
  bankNoticeSecret: textRule,
  views: {
    wanted: 'a folder that is there; a relative path begins where the program was started',
    fits: (value) => textRule.fits(value) && isFolder(String(value)),
  },
  messages: partsRule('{ vi: { … }, en: { … } }, words by language and area', 'vi', 'en'),
  theme: partsRule('{ light: { … }, dark: { … } }, values by custom property', 'light', 'dark'),
  drawCover: functionRule,
  mount: { wanted: 'a path such as "/ocop"', fits: (value) => /^(?:\/[^\s?#]*)?$/.test(String(value)) },
  embeddable: booleanRule,
  failures: oneOfRule('storefront', 'host'),
  bundleSigner: havingRule('what “await openSigner(file)” gives', 'key', 'sign'),
  backups: havingRule('an object with folder, list, read and make', 'folder', 'list', 'read', 'make'),
  apiOrigins: textsRule,
  apiPerMinute: orNull(wholeNumberRule(1)),
  cacheTemplates: booleanRule,
  pageMemory: wholeNumberRule(0),
  onError: functionRule,
}

export const WORK_RULES: OptionRules<Work> = {
  catalog: catalogRule,
  owner: ownerRule,
  baseUrl: addressRule,
  exchangeMinutes: wholeNumberRule(0),
  onError: functionRule,
}
