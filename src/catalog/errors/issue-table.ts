interface Said {
  readonly vi: string
  readonly en: string
}

/** Kinds of values in words; others are called by their own name. */
export const KINDS: Readonly<Record<string, Said>> = {
  number: { vi: 'một số', en: 'a number' },
  string: { vi: 'chữ, trong dấu ngoặc kép', en: 'text, in quotes' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  object: { vi: 'một nhóm trường, { … }', en: 'an object, { … }' },
  array: { vi: 'một danh sách, [ … ]', en: 'a list, [ … ]' },
}

/** Sentences by code; the type is made of the codes alone, not of the sentences. */
const sentences = <C extends string>(table: Readonly<Record<C, Said>>): Readonly<Record<C, Said>> => table

/** What can be wrong with one field, as sentences for people in both languages. Codes are stable: callers may switch on them. */
export const ISSUES = sentences({
  required: { vi: 'Chưa có; hãy điền vào.', en: 'Missing; fill it in.' },
  /** A box that has to be ticked. */
  notTicked: { vi: 'Chưa đánh dấu; hãy đánh dấu vào ô.', en: 'Not ticked; tick the box.' },
  /** One or several of what is offered. */
  notChosen: { vi: 'Chưa chọn; hãy chọn.', en: 'Nothing is chosen; choose.' },
  wrongType: { vi: 'Cần {expected}.', en: 'This must be {expected}.' },
  tooShort: { vi: 'Cần ít nhất {minimum} ký tự.', en: 'Use at least {minimum} characters.' },
  tooLong: { vi: 'Dài quá; tối đa {maximum} ký tự.', en: 'Too long; use at most {maximum} characters.' },
  tooFew: { vi: 'Cần ít nhất {minimum} mục.', en: 'At least {minimum} are needed.' },
  tooMany: { vi: 'Nhiều quá; tối đa {maximum} mục.', en: 'Too many; at most {maximum}.' },
  tooSmall: { vi: 'Phải từ {minimum} trở lên.', en: 'This must be {minimum} or more.' },
  tooLarge: { vi: 'Phải từ {maximum} trở xuống.', en: 'This must be {maximum} or less.' },
  notInteger: { vi: 'Phải là số nguyên.', en: 'This must be a whole number.' },
  notInList: { vi: 'Không có trong danh sách: {values}.', en: 'Not in the list: {values}.' },
  badFormat: { vi: 'Không đúng dạng; ví dụ đúng: {example}.', en: 'Not in the right form; a good example: {example}.' },
  forbiddenCharacters: {
    vi: 'Có ký tự ẩn hoặc ký tự điều khiển; hãy gõ lại.',
    en: 'Holds hidden or control characters; type it again.',
  },
  unknownField: {
    vi: 'Không có trường này; hãy bỏ đi hoặc sửa lại tên.',
    en: 'There is no such field; leave it out or correct its name.',
  },
  notJson: {
    vi: 'JSON viết sai ở dòng {line}, cột {column}.',
    en: 'The JSON is broken at line {line}, column {column}.',
  },
  otherList: {
    vi: 'Không phải con trỏ của danh sách này với đúng các bộ lọc này; hãy đọc lại từ đầu, không gửi con trỏ.',
    en: 'Not a cursor of this list with these very filters; read from the beginning, without a cursor.',
  },
  checkDigit: {
    vi: 'Số kiểm tra không khớp; hãy so lại với mã in trên bao bì.',
    en: 'The check digit does not fit; compare with the code on the pack.',
  },
  duplicate: { vi: '“{value}” đã được dùng.', en: '“{value}” is used already.' },
  knownProducer: {
    vi: '“{name}” đã có trong danh mục của tỉnh này. Hãy dùng chủ thể đã có, hoặc xác nhận đây là một chủ thể khác chỉ trùng tên.',
    en: '“{name}” is in the catalog of this province already. Use the one that is there, or confirm that this is another of the same name.',
  },
  notFound: {
    vi: 'Không tìm thấy “{value}”; hãy xem lại cách viết.',
    en: '“{value}” is not known; check how it is written.',
  },
  ambiguous: { vi: '“{value}” có thể là: {candidates}. Hãy ghi rõ.', en: '“{value}” may be: {candidates}. Say which.' },
  notPhone: {
    vi: 'Không phải số điện thoại Việt Nam; ví dụ đúng: 0905 123 456.',
    en: 'Not a Vietnamese phone number; a good example: 0905 123 456.',
  },
  notInProvince: {
    vi: 'Xã/phường này không thuộc tỉnh/thành đã chọn.',
    en: 'This commune is not in the chosen province.',
  },
  notPicture: {
    vi: 'Không phải ảnh dùng được. Hãy chọn ảnh JPEG, PNG, WebP hoặc AVIF.',
    en: 'Not a picture that can be used. Choose a JPEG, PNG, WebP or AVIF.',
  },
  pictureMoves: {
    vi: 'Ảnh động không dùng được. Hãy chọn ảnh tĩnh.',
    en: 'Moving pictures cannot be used. Choose one that stands still.',
  },
  pictureBroken: {
    vi: 'Ảnh bị hỏng hoặc tải lên chưa trọn. Hãy chọn lại.',
    en: 'The picture is damaged or did not arrive whole. Choose it again.',
  },
  pictureTooSmall: {
    vi: 'Ảnh nhỏ quá; mỗi cạnh cần ít nhất {minimum} điểm ảnh.',
    en: 'The picture is too small; each side needs at least {minimum} pixels.',
  },
  tooManyPixels: {
    vi: 'Ảnh lớn quá; tối đa {maximum} triệu điểm ảnh.',
    en: 'The picture is too large; at most {maximum} million pixels.',
  },
  fileTooLarge: {
    vi: 'Tệp lớn quá; tối đa {maximum} MB.',
    en: 'The file is too large; at most {maximum} MB.',
  },
  commonPassword: {
    vi: 'Mật khẩu này quá dễ đoán. Hãy chọn mật khẩu khác, ví dụ bốn từ không liên quan.',
    en: 'This password is too easy to guess. Choose another one, four unrelated words for example.',
  },
  wrongPassword: { vi: 'Mật khẩu không đúng.', en: 'The password is not right.' },
  wrongCode: {
    vi: 'Mã không đúng hoặc đã dùng. Hãy chờ mã mới rồi gõ lại.',
    en: 'The code is not right or was used already. Wait for a new one and type it.',
  },
  voucherNotUsable: {
    vi: 'Mã này không dùng được cho đơn này: sai mã, chưa tới hoặc quá hạn, hết lượt, số điện thoại này đã dùng, hoặc đơn chưa đủ giá trị.',
    en: 'This code cannot be used here: it is wrong, out of its dates, used up, used with this phone already, or the order is too small for it.',
  },
  unknownOption: {
    vi: 'Không có tùy chọn này; có: {names}.',
    en: 'There is no such option; there are: {names}.',
  },
  wrongOption: { vi: '{why}', en: '{whyEn}' },
  inconsistent: { vi: '{why}', en: '{whyEn}' },
})
