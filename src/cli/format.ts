import type { Day } from '../catalog/day.js'
import type { Language } from '../catalog/text.js'

const LOCALES = { vi: 'vi-VN', en: 'en-US' } as const

/** 42.933 in Vietnamese, 42,933 in English. */
export const formatNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language]).format(value)

/** A share as a percentage with one decimal. */
export const formatShare = (share: number | null, language: Language): string =>
  share === null
    ? '–'
    : new Intl.NumberFormat(LOCALES[language], { style: 'percent', minimumFractionDigits: 1 }).format(share)

/** 30/06/2024 in Vietnamese; English keeps 2024-06-30, which nobody misreads. */
export const formatDay = (day: Day, language: Language): string =>
  language === 'en' ? day : day.split('-').reverse().join('/')
