import type { Language } from '../../catalog/text.js'
import type { Hit } from '../../search/index-port.js'
import { RANKING_RULE } from '../../search/ranking-rule.js'

const words = {
  vi: {
    score: (score: string) => `điểm ${score}`,
    reading: (how: string) => `hiểu theo cách khác: ${how}`,
    hows: {
      exact: 'đúng từng chữ',
      marks: 'gõ không dấu',
      beginning: 'phần đầu của từ',
      residue: 'phím gõ tiếng Việt còn sót',
      otherMarks: 'khác dấu',
      sound: 'đọc gần giống',
      typo: 'gõ nhầm',
      synonym: 'từ đồng nghĩa',
      joined: 'viết liền',
      split: 'viết rời',
      name: 'tên nơi hoặc nhóm',
      producer: 'tên riêng của chủ thể',
      most: 'chỉ có một phần các từ',
    },
    fields: {
      name: 'tên',
      nameEn: 'tên tiếng Anh',
      producer: 'chủ thể',
      place: 'nơi',
      group: 'nhóm',
      description: 'mô tả',
    },
    parts: {
      words: 'từ',
      neighbours: 'từ đứng cạnh nhau',
      head: 'đầu tên',
      coverage: 'phần tên được nhắc tới',
      likeness: 'giống cả tên (Fuse.js)',
    },
  },
  en: {
    score: (score: string) => `score ${score}`,
    reading: (how: string) => `read another way: ${how}`,
    hows: {
      exact: 'as spelt',
      marks: 'marks not typed',
      beginning: 'beginning of the word',
      residue: 'keys of the input method left over',
      otherMarks: 'other marks',
      sound: 'sounds alike',
      typo: 'slip of the fingers',
      synonym: 'synonym',
      joined: 'written joined',
      split: 'written apart',
      name: 'name of a place or group',
      producer: 'what the producer is called',
      most: 'some of the words only',
    },
    fields: {
      name: 'name',
      nameEn: 'English name',
      producer: 'producer',
      place: 'place',
      group: 'group',
      description: 'description',
    },
    parts: {
      words: 'words',
      neighbours: 'words side by side',
      head: 'head of the name',
      coverage: 'share of the name asked for',
      likeness: 'likeness of the whole name (Fuse.js)',
    },
  },
} as const

const INDENT = '     '
const share = (value: number, language: Language): string =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(value)

/** Why a hit stands where it does: which words led to it, and what each part of the judgement gave times its weight. */
export function explanationLines(hit: Hit | undefined, language: Language): string[] {
  if (!hit?.explanation) return []
  const { reading, words: found, parts } = hit.explanation
  const text = words[language]
  const named = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? key
  const judged = Object.entries(parts ?? {}).map(([part, value]) => {
    const weight = (RANKING_RULE.parts as Readonly<Record<string, number>>)[part] ?? 0
    return `${named(text.parts, part)} ${share(value, language)} × ${share(weight, language)}`
  })
  return [
    text.score(share(hit.score, language)),
    ...(reading === null ? [] : [text.reading(named(text.hows, reading))]),
    ...found.map(
      (word) =>
        `${word.typed} → ${word.found}: ${named(text.fields, word.field)}, ${named(text.hows, word.how)} ${share(word.quality, language)}`,
    ),
    ...(judged.length === 0 ? [] : [judged.join(' + ')]),
  ].map((line) => INDENT + line)
}
