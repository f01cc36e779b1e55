import { oneWay, type Synonyms } from '../synonym.js'

/** Short forms that people type and what they stand for. Only in this direction. */
const SHORT_FORMS: readonly (readonly [short: string, full: string])[] = [
  ['HTX', 'hợp tác xã'],
  ['THT', 'tổ hợp tác'],
  ['CTY', 'công ty'],
  ['CTCP', 'công ty cổ phần'],
  ['CP', 'cổ phần'],
  ['DN', 'doanh nghiệp'],
  ['DNTN', 'doanh nghiệp tư nhân'],
  ['HKD', 'hộ kinh doanh'],
  ['CS', 'cơ sở'],
  ['CSSX', 'cơ sở sản xuất'],
  ['SX', 'sản xuất'],
  ['KD', 'kinh doanh'],
  ['TM', 'thương mại'],
  ['DV', 'dịch vụ'],
  ['NN', 'nông nghiệp'],
  ['XNK', 'xuất nhập khẩu'],
  ['BMT', 'Buôn Ma Thuột'],
  ['Ban Mê Thuột', 'Buôn Ma Thuột'],
  ['Ban Mê', 'Buôn Ma Thuột'],
  ['Buôn Mê Thuột', 'Buôn Ma Thuột'],
  ['Buôn Mê', 'Buôn Ma Thuột'],
  ['TPHCM', 'Hồ Chí Minh'],
  ['HCM', 'Hồ Chí Minh'],
  ['Sài Gòn', 'Hồ Chí Minh'],
  ['SG', 'Hồ Chí Minh'],
  ['HN', 'Hà Nội'],
  ['ĐN', 'Đà Nẵng'],
  ['ĐL', 'Đắk Lắk'],
  ['ĐL', 'Đà Lạt'],
  ['LA', 'Long An'],
  ['SR', 'sầu riêng'],
  ['NM', 'nước mắm'],
  ['CF', 'cà phê'],
  ['ĐTHT', 'đông trùng hạ thảo'],
]

/** Numbers that names write as figures or as words. */
const NUMBERS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const COUNTS_IN_NAMES: readonly (readonly [a: string, b: string])[] = [
  ['3 in 1', '3 trong 1'],
  ['3in1', '3 trong 1'],
  ['2 in 1', '2 trong 1'],
  ['2in1', '2 trong 1'],
]

/** What everybody in the trade knows, in any region: used beside the synonym table. */
export const SHORT_FORM_SYNONYMS: readonly Synonyms[] = [
  ...SHORT_FORMS.map(([short, full]) => oneWay(short, [full], { anywhere: true, isSame: true })),
  ...COUNTS_IN_NAMES.flatMap(([a, b]) => [oneWay(a, [b], { isSame: true }), oneWay(b, [a], { isSame: true })]),
  ...NUMBERS.flatMap((word, i) => [
    oneWay(String(i + 1), [word], { isSame: true }),
    oneWay(word, [String(i + 1)], { isSame: true }),
  ]),
]
