import { help } from './help.js'

/** A heading with its paragraphs. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly string[]
}

const vi = {
  stars: {
    description: 'Hạng sao OCOP: ai chấm, bao nhiêu điểm, giấy chứng nhận có hạn bao lâu.',
    lead: 'OCOP (Mỗi xã một sản phẩm) chấm điểm sản phẩm địa phương theo thang 100. Từ 50 điểm, sản phẩm có thể được công nhận 3, 4 hoặc 5 sao. Giấy chứng nhận có hạn 36 tháng.',
    columns: ['Hạng', 'Điểm', 'Nơi công nhận'],
    rows: [
      { stars: 5, points: '90 – 100', by: 'Bộ trưởng Bộ Nông nghiệp và Môi trường' },
      { stars: 4, points: '70 – dưới 90', by: 'Chủ tịch UBND cấp tỉnh' },
      { stars: 3, points: '50 – dưới 70', by: 'Chủ tịch UBND cấp tỉnh' },
    ],
    sections: [
      {
        id: 'diem',
        title: 'Điểm đến từ đâu?',
        paragraphs: [
          'Sức mạnh cộng đồng và sản phẩm: 40 điểm. Tiếp thị: 25 điểm. Chất lượng: 35 điểm.',
          'Đủ điểm chưa đủ: mỗi hạng còn có mức sàn ở từng tiêu chí. Hạng cuối cùng là mức thấp hơn.',
        ],
      },
      {
        id: 'hieu-luc',
        title: 'Chữ bên cạnh ngôi sao',
        paragraphs: [
          'Còn hiệu lực: giấy chứng nhận đang trong hạn 36 tháng.',
          'Chưa rõ hiệu lực: nguồn chỉ ghi năm, hoặc chỉ cho biết hội đồng đã chấm sao. Chúng tôi không đoán.',
          'Hết hiệu lực: đã quá 36 tháng hoặc bị thu hồi. Sản phẩm vẫn hiện nhưng không được đếm là đang công nhận.',
        ],
      },
      {
        id: 'can-cu',
        title: 'Căn cứ',
        paragraphs: [
          'Quyết định 26/2026/QĐ-TTg ngày 22/5/2026. Trước tháng 7/2025, hạng 3 sao do cấp huyện công nhận.',
        ],
      },
    ] as readonly Section[],
  },
  ranking: {
    description: 'Kết quả tìm kiếm được xếp theo gì và không theo gì.',
    lead: 'Không ai trả tiền để đứng trước. Trang này không có chỗ quảng cáo.',
    share: 'Phần',
    parts: {
      title: 'Điểm khớp gồm những gì',
      words: 'Từng từ khớp đến đâu: đúng dấu, bỏ dấu, từ đồng nghĩa, lỗi gõ',
      neighbours: 'Các từ đứng cạnh nhau như bạn gõ',
      head: 'Từ khớp nằm gần đầu tên',
      coverage: 'Tên không có nhiều từ thừa',
      likeness: 'Cả cụm từ giống cả tên (Fuse.js chấm)',
    },
    fields: {
      title: 'Từ khớp nằm ở đâu',
      name: 'Tên sản phẩm',
      nameEn: 'Tên tiếng Anh',
      producer: 'Người bán',
      place: 'Nơi làm ra',
      group: 'Nhóm và bộ sản phẩm',
      description: 'Phần giới thiệu',
    },
    sections: [
      {
        id: 'khi-tim',
        title: 'Khi bạn tìm một từ',
        paragraphs: [
          'Trước hết là tên khớp đúng từ bạn gõ, kể cả dấu. Sau đó là tên khớp khi bỏ dấu, từ đồng nghĩa theo vùng, rồi lỗi gõ.',
          'Khớp trong tên đứng trước khớp ở người bán, nơi làm ra, nhóm và phần giới thiệu.',
          'Tên ngắn gọn đúng từ bạn gõ đứng trước tên dài có thêm từ khác.',
          'Gõ tên một người bán, trọn tên hay chỉ tên riêng như “Vân An” của Hợp tác xã Nông nghiệp Vân An, thì hàng của người bán đó đứng trước. Nếu đó cũng là tên một nơi, chỉ hàng làm ra ở nơi đó mới được vậy; tên thường gặp ở nhiều hàng khác thì không tính. Khi chỉ có vài sản phẩm đủ các từ, bên dưới có thêm sản phẩm cùng loại, ghi rõ là “Có một phần”.',
          'Khi khớp như nhau: giấy chứng nhận còn hiệu lực trước, rồi nhiều sao, rồi còn hàng, rồi theo tên A–Z.',
        ],
      },
      {
        id: 'khi-xem',
        title: 'Khi bạn xem danh sách',
        paragraphs: [
          'Nhiều sao đứng trước. Cùng số sao thì giấy chứng nhận còn hiệu lực trước, rồi còn hàng, rồi theo tên A–Z.',
          'Sản phẩm có giấy chứng nhận hết hiệu lực đứng sau cùng. Bạn có thể xếp lại theo giá, ngày cập nhật hoặc tên.',
        ],
      },
      {
        id: 'khong-dung',
        title: 'Những gì không được dùng',
        paragraphs: ['Không dùng lịch sử xem của bạn. Không dùng tiền trả của người bán.'],
      },
    ] as readonly Section[],
  },
  help: help.vi,
}

const en: typeof vi = {
  stars: {
    description: 'OCOP stars: who gives them, for how many points, and how long a certificate holds.',
    lead: 'OCOP (One Commune One Product) grades local products by up to 100 points. From 50 points on a product can be recognised with 3, 4 or 5 stars. A certificate holds for 36 months.',
    columns: ['Grade', 'Points', 'Recognised by'],
    rows: [
      { stars: 5, points: '90 – 100', by: 'Minister of Agriculture and Environment' },
      { stars: 4, points: '70 – below 90', by: 'Chair of the provincial People’s Committee' },
      { stars: 3, points: '50 – below 70', by: 'Chair of the provincial People’s Committee' },
    ],
    sections: [
      {
        id: 'points',
        title: 'Where do the points come from?',
        paragraphs: [
          'Product and strength of the community: 40 points. Marketing: 25 points. Quality: 35 points.',
          'Points alone are not enough: each grade has a floor in every criterion. The lower of the two decides.',
        ],
      },
      {
        id: 'validity',
        title: 'The words beside the stars',
        paragraphs: [
          'Valid: the certificate is within its 36 months.',
          'Validity unclear: the source gives only a year, or says only that a council graded the product. We do not guess.',
          'No longer valid: past its 36 months, or withdrawn. The product is still shown but not counted as recognised.',
        ],
      },
      {
        id: 'rule',
        title: 'The rule',
        paragraphs: ['Decision 26/2026/QĐ-TTg of 22 May 2026. Until June 2025, 3 stars were given by districts.'],
      },
    ],
  },
  ranking: {
    description: 'What search results are ordered by, and what not.',
    lead: 'Nobody pays to stand first. There are no advertisements here.',
    share: 'Share',
    parts: {
      title: 'What the fit is made of',
      words: 'How well each word fits: with accents, without, by a synonym, by a typing error',
      neighbours: 'Words side by side as you typed them',
      head: 'Words near the beginning of the name',
      coverage: 'A name without many other words',
      likeness: 'Likeness of all words and the whole name (judged by Fuse.js)',
    },
    fields: {
      title: 'Where the word was found',
      name: 'Name of the product',
      nameEn: 'English name',
      producer: 'Producer',
      place: 'Place',
      group: 'Group and product set',
      description: 'Description',
    },
    sections: [
      {
        id: 'searching',
        title: 'When you search for a word',
        paragraphs: [
          'First come names with the very word you typed, accents included. Then names that fit without accents, regional words of the same meaning, and typing errors.',
          'A fit in the name comes before one in producer, place, group or description.',
          'A short name with just your words comes before a long one with others too.',
          'Who types the name of a producer, the whole of it or only its own name, without what kind of business it is, sees that producer first. Where it is the name of a place, too, this holds for what is made there; a name that many other products have counts as a word like any other. Where only a few products have all the words, others of their kind follow below, marked “With some of the words”.',
          'Where the fit is equal: valid certificates first, then more stars, then what is in stock, then by name.',
        ],
      },
      {
        id: 'browsing',
        title: 'When you look through the list',
        paragraphs: [
          'More stars first. Among equal stars valid certificates come first, then what is in stock, then by name.',
          'Products whose certificate is no longer valid come last. You can sort by price, date of update or name instead.',
        ],
      },
      {
        id: 'not-used',
        title: 'What is not used',
        paragraphs: ['Not what you looked at before. Not money from sellers.'],
      },
    ],
  },
  help: help.en,
}

/** Words of the pages that explain: stars, ranking, help. Legal parts are templates, see `help.template`. */
export const guides = { vi, en }
