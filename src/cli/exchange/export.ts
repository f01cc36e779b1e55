import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { BundleSigner } from '../../exchange/bundle/signing-key.js'
import { readBundle } from '../../exchange/bundle/read-bundle.js'
import { writeBundle } from '../../exchange/bundle/write-bundle.js'
import { refusal, usageRefusal } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'
import { siteSigner } from './site-signer.js'
import { exchangeWords } from './words.js'

interface ExportOptions extends GlobalOptions {
  readonly output: string
  readonly since?: string
}

/** `ocop exchange export` and `key`. */
export function addBundleExport(exchange: Command, session: Session): void {
  const { terminal } = session
  const text = exchangeWords[terminal.language]

  exchange
    .command('key')
    .description(text.key)
    .action(async (_options, command: Command) => {
      const { key } = await siteSigner(session.existingDataFolder(command.optsWithGlobals<GlobalOptions>()))
      terminal.print(key.kid)
    })

  exchange
    .command('export')
    .description(text.export)
    .requiredOption('--output <file>', text.output)
    .option('--since <bundle>', text.since)
    .action(async (_options, command: Command) => {
      const { output, since, ...options } = command.optsWithGlobals<ExportOptions>()
      const folder = session.existingFolder(options)
      const signer = await siteSigner(folder)
      const before = since === undefined ? null : await readBefore(session.path(since), signer)
      await session.withCatalog(folder, async (catalog, { baseUrl }) => {
        if (baseUrl === undefined)
          throw usageRefusal(
            'Cần baseUrl trong site.json: gói trao đổi mang tên trang.',
            'baseUrl is needed in site.json: a bundle bears the name of its site.',
          )
        const bundle = await writeBundle(catalog, signer, baseUrl.replace(/\/{1,9}$/, ''), before)
        await writeFile(session.path(output), bundle)
        terminal.tell(text.written(output, bundle.split('\n').length - 1))
      })
    })
}

/** What a bundle of this very site says of its place in the sequence. */
async function readBefore(file: string, { key }: BundleSigner) {
  const bytes = await readFile(file).catch(() => {
    throw refusal(`Không đọc được tệp ${file}.`, `The file ${file} cannot be read.`)
  })
  const { header, digest } = await readBundle(bytes, [key])
  return { sequence: header.sequence, digest, issuedAt: new Date(header.issuedAt) }
}
