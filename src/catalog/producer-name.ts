import { fold } from './text.js'

/**
 * Words of producers' names that lists write short, each way to write it as one: `HTX`, `Cty TNHH MTV`, `HKD`. None of
 * them is a Vietnamese word of its own.
 */
const SHORT: Readonly<Record<string, string>> = {
  htx: 'hợp tác xã',
  lhhtx: 'liên hiệp hợp tác xã',
  tht: 'tổ hợp tác',
  hkd: 'hộ kinh doanh',
  cty: 'công ty',
  tnhh: 'trách nhiệm hữu hạn',
  mtv: 'một thành viên',
  cp: 'cổ phần',
  dntn: 'doanh nghiệp tư nhân',
  cssx: 'cơ sở sản xuất',
  nn: 'nông nghiệp',
  sx: 'sản xuất',
  tm: 'thương mại',
  dv: 'dịch vụ',
  kd: 'kinh doanh',
  xnk: 'xuất nhập khẩu',
}

/** The name with what is written short in it written out, to be compared: `HTX Ea Tu` is `Hợp tác xã Ea Tu`. */
export const writtenOut = (name: string): string =>
  name
    .replace(/(?<![\p{L}\p{M}\p{N}])c\.ty(?![\p{L}\p{M}])/giu, 'cty')
    .replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => SHORT[word.toLowerCase()] ?? word)

/** What two ways to write one producer's name share: case, marks, punctuation and what is written short do not matter. */
export const producerNameKey = (name: string): string =>
  fold(writtenOut(name))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
