/** A part of the site: its title and its pages, sources in the repository, in their order. */
export interface Part {
  readonly title: string
  readonly lang: 'vi' | 'en'
  readonly pages: readonly string[]
}

/** The parts of the site in their order. What is new in `docs` and named nowhere comes last. */
export const PARTS: readonly Part[] = [
  {
    title: 'Bắt đầu',
    lang: 'vi',
    pages: ['docs/start/shopper.vi.md', 'docs/start/producer.vi.md', 'docs/start/office.vi.md'],
  },
  {
    title: 'Getting started',
    lang: 'en',
    pages: [
      'docs/start/shopper.en.md',
      'docs/start/producer.en.md',
      'docs/start/office.en.md',
      'docs/start/developer.md',
      'README.md',
    ],
  },
  {
    title: 'Use it in a site',
    lang: 'en',
    pages: [
      'docs/library.md',
      'docs/options.md',
      'docs/hosts.md',
      'docs/embed.md',
      'docs/other-fronts.md',
      'docs/records.md',
    ],
  },
  {
    title: 'Run a shop',
    lang: 'en',
    pages: [
      'docs/running.md',
      'docs/postgres.md',
      'docs/durability.md',
      'docs/webhooks.md',
      'docs/exchange.md',
      'docs/security.md',
    ],
  },
  {
    title: 'How it is made',
    lang: 'en',
    pages: [
      'docs/architecture.md',
      'docs/glossary.md',
      'docs/search.md',
      'docs/features.md',
      'docs/dependencies.md',
      'data/README.md',
      'data/LICENSES.md',
    ],
  },
  {
    title: 'Measured',
    lang: 'en',
    pages: ['docs/quality.md', 'docs/performance.md', 'docs/performance-store.md'],
  },
  { title: 'Project', lang: 'en', pages: ['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'] },
]

/** The first pages, one for each language: who it is for, and where each begins. */
export const HOMES = {
  vi: {
    file: 'index.html',
    title: 'Phiên chợ OCOP, phần mềm nguồn mở',
    lead: 'Danh mục và gian hàng cho sản phẩm của chương trình Mỗi xã một sản phẩm: tìm không cần gõ dấu, hạng sao kèm quyết định và thời hạn, đặt hàng không cần tài khoản, số liệu báo cáo đếm được từng giao dịch.',
    other: 'English',
    menu: 'Mục lục',
    begin: 'Bạn là ai?',
    onPage: 'Trong trang này',
    picture: 'Trang chủ, trang sản phẩm và trang đặt hàng trên điện thoại',
    people: [
      ['docs/start/shopper.vi.md', 'Người mua', 'Tìm, xem hạng sao, đặt hàng, theo dõi đơn.'],
      ['docs/start/producer.vi.md', 'Chủ thể OCOP', 'Đăng sản phẩm bằng điện thoại, nhận đơn, in nhãn.'],
      ['docs/start/office.vi.md', 'Cơ quan tỉnh và trung ương', 'Duyệt hồ sơ, nhập danh sách, báo cáo nửa năm.'],
      ['docs/start/developer.md', 'Lập trình viên (tiếng Anh)', 'Đặt gian hàng vào trang có sẵn, hoặc dựng trang mới.'],
    ],
  },
  en: {
    file: 'index.en.html',
    title: 'OCOP Market, open-source software',
    lead: 'Catalog and storefront for the products of Vietnam’s One Commune One Product programme: search without tone marks, stars with their decision and its end, orders without an account, reports in which every transaction is counted.',
    other: 'Tiếng Việt',
    menu: 'Contents',
    begin: 'Who are you?',
    onPage: 'On this page',
    picture: 'The home page, a product and the checkout, on a phone',
    people: [
      ['docs/start/shopper.en.md', 'Shopper', 'Find, look at the star, order, follow the order.'],
      ['docs/start/producer.en.md', 'Producer', 'List products from a phone, take orders, print labels.'],
      ['docs/start/office.en.md', 'Provincial or national office', 'Review, import lists, report the half-year.'],
      ['docs/start/developer.md', 'Developer', 'Mount the shop in a site that you have, or make a new one.'],
    ],
  },
} as const
