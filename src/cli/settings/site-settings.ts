import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { CatalogError, issueText } from '../../catalog/errors.js'
import { parse } from '../../catalog/parse.js'
import { line, localizedLine, type Language } from '../../catalog/text.js'
import { Vnd } from '../../catalog/vnd.js'
import { isOrigin } from '../../storefront/option-rules.js'
import { refusal } from '../refusal.js'

const FILE = 'site.json'

/** What the owner of a site says of it, in `site.json` of the data folder. Everything may be left out. */
const SiteSettings = z.strictObject({
  /** The site's name, in the header and among the platforms. */
  name: localizedLine(60).optional(),
  /** What kind of site it is in law: catalogue, direct or intermediary (Law 122/2025/QH15). */
  mode: z.enum(['catalogue', 'direct', 'intermediary']).optional(),
  /** Who answers for the site, and how to reach them. */
  owner: z
    .strictObject({
      name: line(200),
      address: line(300).optional(),
      registration: line(50).optional(),
      phone: line(40).optional(),
      email: z.email().max(200).optional(),
      superior: line(200).optional(),
      reportNumber: line(50).optional(),
      place: line(100).optional(),
    })
    .optional(),
  /** The public address, for links that leave the site. */
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
  /** How many proxies stand in front, or which, as Express' `trust proxy` takes it. */
  trustProxy: z.union([z.boolean(), z.int().min(0).max(10), line(300)]).optional(),
  /** The charge for each producer's share of an order, and the sum of goods from which it is free, in đồng. */
  shipping: z.strictObject({ charge: Vnd, freeFrom: Vnd }).optional(),
  /** Where the office's button makes backups; better another disk than the one with the data. */
  backupFolder: line(500).optional(),
  /** Orders for cash on delivery that one phone number may place in 24 hours; null for any number. */
  ordersPerPhone: z.int().min(1).max(10_000).nullish(),
  /** Hours within which an order that is not paid in cash is to be paid, or else is cancelled; null for any time. */
  payWithinHours: z.int().min(1).max(8_760).nullish(),
  /** The mail server, as `smtp://name:password@host:587`, and the sender; `OCOP_MAIL_SERVER` and `OCOP_MAIL_FROM` in their place. */
  mail: z.strictObject({ server: z.string().max(500), from: line(200) }).optional(),
  /** Where scheduled reports are laid as files. */
  reportFolder: line(500).optional(),
  /** Hosts of the own network that webhooks and sources of the exchange may lead to, without TLS too. */
  insideHosts: z.array(line(200)).max(20).optional(),
  /** How often sources of the exchange are asked, in minutes; 0 for never. */
  exchangeMinutes: z.int().min(0).max(10_080).optional(),
  /** With which bank notices are signed; `OCOP_BANK_NOTICE_SECRET` in its place. */
  bankNoticeSecret: z.string().max(200).optional(),
  /** Origins whose pages may call the JSON API from a browser (CORS): scheme, host and port, no path. */
  apiOrigins: z
    .array(line(300).refine(isOrigin, { params: { code: 'badFormat', example: 'https://mini.example.vn' } }))
    .max(50)
    .optional(),
  /** Requests that each caller of the JSON API may make in a minute; null for any number. */
  apiPerMinute: z.int().min(1).max(1_000_000).nullish(),
})
export type SiteSettings = z.infer<typeof SiteSettings>

/**
 * Reads `site.json` of the data folder; empty settings when there is none.
 *
 * @throws {Refusal} naming the file and every field that is wrong.
 */
export async function readSiteSettings(folder: string): Promise<SiteSettings> {
  const file = join(folder, FILE)
  try {
    return parse(SiteSettings, JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    if (error instanceof SyntaxError)
      throw refusal(`${file} không phải JSON: ${error.message}.`, `${file} is not JSON: ${error.message}.`)
    if (!(error instanceof CatalogError)) throw error
    throw refusal(`Cần sửa ${file}:\n${faults(error, 'vi')}`, `Correct ${file}:\n${faults(error, 'en')}`)
  }
}

const faults = ({ issues }: CatalogError, language: Language): string =>
  issues.map((issue) => `  ${issue.path}: ${issueText(issue, language)}`).join('\n')
