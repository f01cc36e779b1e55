import type { Language } from '../catalog/text.js'

/** The language to speak: `--lang`, else that of the environment's locale when it is English, else Vietnamese. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const option = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='))
  const asked = argv[option]?.split('=')[1] ?? argv[option + 1]
  if (option !== -1) return asked === 'en' ? 'en' : 'vi'
  const locale = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? ''
  return locale.startsWith('en') ? 'en' : 'vi'
}
