const vi = {
  title: 'Sàn TMĐT',
  all: 'Các sàn',
  add: 'Thêm sàn',
  own: 'Gian hàng này',
  listed: (count: string) => `${count} sản phẩm đang niêm yết`,
  closed: (day: string) => `Đã đóng ${day}`,
  saved: 'Đã lưu.',
  save: 'Lưu',
  nameHint: 'Như mọi người gọi: Postmart, Voso, Shopee …',
  closedHint: 'Từ ngày này sàn không bán gì nữa; mọi niêm yết ở đó tính là đã đóng.',
  waiting: (count: string) => `${count} việc về niêm yết`,
  toDo: (count: string) => `Việc cần làm (${count})`,
  everything: 'Tất cả',
  filter: 'Lọc theo loại việc',
  nothingToDo: 'Không có việc nào: mọi niêm yết đều ổn theo lần kiểm tra cuối.',
  nothingYet: 'Chưa thấy việc nào; những đường dẫn chờ kiểm tra thì chưa biết.',
  lastCheck: (day: string, waiting: string) =>
    `Đường dẫn được kiểm tra tự động mỗi tuần. Lần cuối: ${day}; còn ${waiting} đường dẫn chờ kiểm tra.`,
  checkNow: 'Kiểm tra ngay',
  checkAsked: 'Đang kiểm tra, mỗi máy chủ hỏi từng đường dẫn một. Tải lại trang sau ít phút.',
  noChecker:
    'Trang này chưa tự kiểm tra đường dẫn: người vận hành cần khai baseUrl trong site.json để các sàn biết ai đang hỏi, hoặc chạy lệnh ocop links check.',
  noCheck: (waiting: string) => `Chưa kiểm tra đường dẫn nào; ${waiting} đường dẫn chờ kiểm tra.`,
  checked: (day: string) => `Kiểm tra ${day}.`,
  neverChecked: 'Chưa kiểm tra đường dẫn.',
  openPage: 'Mở trang',
  call: (name: string, phone: string) => `Gọi ${name}: ${phone}`,
  importCertificate: 'Nhập giấy chứng nhận mới',
  late: 'Dữ liệu vừa đổi nên bước đó không còn làm được. Hãy xem lại danh sách.',
  kinds: {
    platformClosed: 'Sàn đã đóng',
    gone: 'Trang không còn',
    moved: 'Đổi địa chỉ',
    unreachable: 'Không mở được',
    refused: 'Cần xem bằng tay',
    priceDiffers: 'Khác giá',
    certificateExpired: 'Giấy hết hạn vẫn bán',
  },
  found: {
    platformClosed: (day: string) => `Sàn đóng từ ${day} nhưng vẫn còn ghi niêm yết.`,
    gone: (since: string) => `Sàn báo không còn trang này, từ ${since}.`,
    moved: (since: string, to: string) => `Từ ${since} đường dẫn chuyển tới ${to}`,
    unreachable: (since: string, status: number | null) =>
      `Không mở được từ ${since}${status === null ? ' (không trả lời)' : ` (mã ${status})`}.`,
    refused: 'Sàn không cho máy xem trang này (robots.txt). Hãy mở và xem bằng mắt.',
    priceDiffers: (there: string, known: string | null) =>
      `Trang ghi giá ${there}${known === null ? '' : `; danh mục ghi ${known}`}.`,
    certificateExpired: (day: string | null) =>
      day === null
        ? 'Giấy chứng nhận không còn hiệu lực mà sản phẩm vẫn bán.'
        : `Giấy chứng nhận hết hạn ${day} mà sản phẩm vẫn bán.`,
  },
  steps: { remove: 'Ghi là đã gỡ', move: 'Ghi địa chỉ mới', price: 'Ghi giá này', seen: 'Đã xem: vẫn còn' },
  mended: {
    remove: 'Đã ghi là gỡ khỏi sàn.',
    move: 'Đã ghi địa chỉ mới.',
    price: 'Đã ghi giá trên sàn.',
    seen: 'Đã ghi là bạn thấy sản phẩm còn ở đó.',
  },
  fields: {
    name: 'Tên sàn',
    operator: 'Đơn vị vận hành',
    website: 'Trang web',
    openedOn: 'Mở từ ngày',
    closedOn: 'Đóng từ ngày',
    source: 'Nguồn thông tin',
  },
}

const en: typeof vi = {
  title: 'Platforms',
  all: 'All platforms',
  add: 'Add a platform',
  own: 'This shop',
  listed: (count) => `${count} products listed`,
  closed: (day) => `Closed on ${day}`,
  saved: 'Saved.',
  save: 'Save',
  nameHint: 'As people call it: Postmart, Voso, Shopee …',
  closedHint: 'From this day nothing is sold there; every listing there counts as closed.',
  waiting: (count) => `${count} things to do about listings`,
  toDo: (count) => `To do (${count})`,
  everything: 'All',
  filter: 'Filter by kind',
  nothingToDo: 'Nothing: every listing was fine when it was last checked.',
  nothingYet: 'Nothing so far; of the links that wait for a check it is not known.',
  lastCheck: (day, waiting) =>
    `Links are checked by themselves every week. Last: ${day}; ${waiting} links wait for a check.`,
  checkNow: 'Check now',
  checkAsked: 'Links are being checked, one after the other at each host. Load the page again in some minutes.',
  noChecker:
    'This site does not check links by itself: its operator states baseUrl in site.json, so that the platforms know who asks, or runs ocop links check.',
  noCheck: (waiting) => `No link was checked yet; ${waiting} links wait for a check.`,
  checked: (day) => `Checked on ${day}.`,
  neverChecked: 'The link was not checked yet.',
  openPage: 'Open the page',
  call: (name, phone) => `Call ${name}: ${phone}`,
  importCertificate: 'Import the new certificate',
  late: 'The data have just changed, so that step is not possible any more. Look at the list again.',
  kinds: {
    platformClosed: 'Platform closed',
    gone: 'Page is gone',
    moved: 'New address',
    unreachable: 'Does not open',
    refused: 'To be looked at',
    priceDiffers: 'Another price',
    certificateExpired: 'Sold after its certificate ended',
  },
  found: {
    platformClosed: (day) => `The platform closed on ${day}, but the listing still stands.`,
    gone: (since) => `The platform has said since ${since} that there is no such page.`,
    moved: (since, to) => `Since ${since} the link has led to ${to}`,
    unreachable: (since, status) =>
      `It has not opened since ${since}${status === null ? ' (no answer)' : ` (status ${status})`}.`,
    refused: 'The platform lets no program look at this page (robots.txt). Open it and look yourself.',
    priceDiffers: (there, known) => `The page says ${there}${known === null ? '' : `; the catalog says ${known}`}.`,
    certificateExpired: (day) =>
      day === null
        ? 'The certificate is no longer in force, but the product is still sold.'
        : `The certificate ended on ${day}, but the product is still sold.`,
  },
  steps: {
    remove: 'Note that it is gone',
    move: 'Take the new address',
    price: 'Take this price',
    seen: 'Seen: it is there',
  },
  mended: {
    remove: 'Noted as taken down.',
    move: 'The new address is noted.',
    price: 'The price there is noted.',
    seen: 'Noted that you saw it there.',
  },
  fields: {
    name: 'Name',
    operator: 'Run by',
    website: 'Website',
    openedOn: 'Open since',
    closedOn: 'Closed since',
    source: 'Source',
  },
}

/** Words of the office's pages about platforms and listings. */
export const officePlatforms = { vi, en }
