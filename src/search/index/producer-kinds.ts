/** How a kind of producer is called, the name that is shown first. */
const NAMES = {
  cooperative: ['Hợp tác xã', 'HTX'],
  cooperativeGroup: ['Tổ hợp tác', 'THT'],
  enterprise: ['Công ty', 'Doanh nghiệp', 'CTY'],
  household: ['Hộ kinh doanh', 'Hộ sản xuất', 'HKD'],
} as const

export type NamedProducerKind = keyof typeof NAMES

export const PRODUCER_KINDS = Object.entries(NAMES) as [NamedProducerKind, readonly string[]][]

/** The kind that a producer's name begins with; null when it says none. */
export const kindInName = (producer: string): NamedProducerKind | null =>
  PRODUCER_KINDS.find(([, names]) =>
    names.some((name) => producer.toLowerCase().startsWith(name.toLowerCase())),
  )?.[0] ?? null
