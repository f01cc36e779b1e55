/** Where a word may stand in a product's record, as bits of a posting. */
export const Field = {
  name: 1,
  nameEn: 2,
  producer: 4,
  place: 8,
  group: 16,
  description: 32,
  /** Not a field: every time that the word stands in the name, its neighbours give it another meaning. */
  otherMeaning: 128,
} as const
export type FieldName = Exclude<keyof typeof Field, 'otherMeaning'>

/** What a word is worth by the field in which it was found; part of the public ranking rule. */
export const FIELD_WEIGHTS: Readonly<Record<FieldName, number>> = {
  name: 1,
  nameEn: 0.85,
  producer: 0.6,
  place: 0.6,
  group: 0.6,
  description: 0.25,
}

const FIELD_NAMES = Object.keys(FIELD_WEIGHTS) as FieldName[]

/** The weight of the best of several fields, by their bits. */
export const WEIGHT_BY_FIELDS = Float32Array.from({ length: 256 }, (_, fields) =>
  Math.max(0, ...FIELD_NAMES.filter((name) => fields & Field[name]).map((name) => FIELD_WEIGHTS[name])),
)

/** The most telling of several fields, by their bits. */
export const bestField = (fields: number): FieldName | null => FIELD_NAMES.find((name) => fields & Field[name]) ?? null
