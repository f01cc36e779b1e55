const vi = {
  about: 'trao đổi danh mục có chữ ký với trang khác',
  export: 'ghi gói trao đổi của trang này (baseUrl trong site.json là tên của trang)',
  since: 'chỉ những gì đổi sau gói này',
  output: 'tên tệp',
  key: 'in dấu vân của khóa ký của trang này',
  accept: 'chấp nhận một trang khác làm nguồn, cùng khóa mà trang đó công bố',
  id: 'tên ngắn của nguồn: 2–12 chữ thường hoặc số, ví dụ daklak',
  url: 'địa chỉ của trang kia',
  name: 'tên của nguồn, như hiện trên trang sản phẩm',
  thumbprint: 'dấu vân khóa mà người của trang kia cho biết bằng đường khác; khác thì không chấp nhận',
  sources: 'liệt kê các nguồn',
  import: 'nhận một gói từ tệp',
  file: 'tệp gói trao đổi',
  pull: 'hỏi các nguồn và nhận những gì mới',
  reset:
    'quên gói đã nhận sau cùng của nguồn, để gói đầy đủ kế tiếp được nhận như gói đầu tiên (nguồn phục hồi từ bản sao lưu)',
  forgotten: (name: string) => `${name}: đã quên gói sau cùng; lần lấy tới nhận lại từ đầu, bằng gói đầy đủ.`,
  accepted: (name: string) => `Đã chấp nhận ${name} với khóa:`,
  compare: 'Hãy so dấu vân này với người của trang kia, qua điện thoại hoặc công văn.',
  headings: ['Nguồn', 'Tên', 'Địa chỉ', 'Gói', 'Ký lúc', 'Lỗi gần nhất'],
  none: 'Chưa có nguồn nào.',
  taken: (name: string, sequence: number, records: number, entries: number) =>
    `${name}: đã nhận gói ${sequence}: ${records} bản ghi, ${entries} dòng sổ giao dịch.`,
  nothing: (name: string) => `${name}: không có gì mới.`,
  written: (file: string, lines: number) => `Đã ghi ${file}: ${lines} dòng.`,
}

const en: typeof vi = {
  about: 'exchange signed catalogs with other sites',
  export: 'write this site’s bundle (baseUrl in site.json is the name of the site)',
  since: 'only what has changed since this bundle',
  output: 'file name',
  key: 'print the thumbprint of this site’s signing key',
  accept: 'accept another site as a source, with the key that it publishes',
  id: 'short name of the source: 2 to 12 small letters or digits, such as daklak',
  url: 'address of the other site',
  name: 'name of the source, as it stands on product pages',
  thumbprint: 'thumbprint that the people of the other site told by another way; any other key is refused',
  sources: 'list the sources',
  import: 'take a bundle from a file',
  file: 'file of the bundle',
  pull: 'ask the sources, and take what is new',
  reset:
    'forget the last bundle of a source, so that its next full one is taken as the first (a source restored from a backup)',
  forgotten: (name) => `${name}: the last bundle is forgotten; the next pull begins anew, with a full one.`,
  accepted: (name) => `Accepted ${name} with the key:`,
  compare: 'Compare this thumbprint with the people of the other site, by telephone or letter.',
  headings: ['Source', 'Name', 'Address', 'Bundle', 'Signed at', 'Latest failure'],
  none: 'There is no source.',
  taken: (name, sequence, records, entries) =>
    `${name}: bundle ${sequence} taken: ${records} records, ${entries} ledger entries.`,
  nothing: (name) => `${name}: nothing new.`,
  written: (file, lines) => `Written ${file}: ${lines} lines.`,
}

export const exchangeWords = { vi, en }
