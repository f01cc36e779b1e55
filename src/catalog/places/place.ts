import * as z from 'zod'
import { form } from '../form.js'
import { line } from '../text.js'

/**
 * Which list of administrative units a code belongs to. Codes change owners (80 was Long An and is Tây Ninh since
 * 1 July 2025, Decision 19/2025/QĐ-TTg), so a code is never kept without its list.
 */
export const PlaceList = z.enum(['pre-2025-07', '2025-07'])
export type PlaceList = z.infer<typeof PlaceList>

const ProvinceCode = form(/^\d{2}$/, '66')
const DistrictCode = form(/^\d{3}$/, '643')
const CommuneCode = form(/^\d{5}$/, '24133')

/** A place as some source named it: codes of one list, and the source's own words when they say more. */
export const PlaceRef = z.strictObject({
  list: PlaceList,
  province: ProvinceCode,
  /** Only in the list before July 2025; districts were abolished then. */
  district: DistrictCode.optional(),
  commune: CommuneCode.optional(),
  /** The source's words, kept for what the codes cannot say. */
  text: line(300, 0).optional(),
})
export type PlaceRef = z.infer<typeof PlaceRef>

/** One province of one list, as a single key: `pre-2025-07:80` is Long An, `2025-07:80` is Tây Ninh. */
export const ProvinceKey = form(/^(pre-2025-07|2025-07):\d{2}$/, '2025-07:66').brand<'ProvinceKey'>()
export type ProvinceKey = z.infer<typeof ProvinceKey>

/** The key of a province, by its list and its code there. */
export const provinceKey = (list: PlaceList, code: string): ProvinceKey => `${list}:${code}` as ProvinceKey
