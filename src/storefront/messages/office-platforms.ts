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
