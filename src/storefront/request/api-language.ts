import type { Language } from '../../catalog/text.js'

const RANGE = /^\s*([a-z]{1,8}|\*)(?:-[a-z0-9-]{1,20})?\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i

/** The language of an answer of the JSON API: the address says it, else `Accept-Language`; Vietnamese when neither does. */
export function chooseApiLanguage(asked: string | null, accepted: string | undefined): Language {
  if (asked === 'vi' || asked === 'en') return asked
  let best: { readonly language: Language; readonly quality: number } = { language: 'vi', quality: 0 }
  for (const part of (accepted ?? '').slice(0, 300).split(',')) {
    const [, name = '', quality = '1'] = RANGE.exec(part) ?? []
    const language = name.toLowerCase()
    if ((language === 'vi' || language === 'en') && Number(quality) > best.quality)
      best = { language, quality: Number(quality) }
  }
  return best.language
}
