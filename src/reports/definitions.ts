const vi = {
  recognized:
    'Sản phẩm được công nhận: có quyết định hoặc giấy chứng nhận OCOP từ 3 sao còn hiệu lực vào ngày chốt; mỗi sản phẩm đếm một lần.',
  uncertain:
    'Chưa rõ: có công nhận, nhưng nguồn chỉ ghi năm hoặc tháng nên không biết ngày chốt có còn hiệu lực không. Không tính vào số được công nhận.',
  onAnyPlatform:
    'Sản phẩm có trên sàn: có mặt trên ít nhất một sàn vào ngày chốt, được công nhận hay chưa; mỗi sản phẩm đếm một lần.',
  listed:
    'Có trên sàn nghĩa là sàn đang giới thiệu, đang bán hoặc tạm hết hàng vào ngày chốt. Một sản phẩm có thể ở nhiều sàn, nên không cộng các sàn với nhau.',
  transactions:
    'Giao dịch: một đơn được nhận, của một chủ thể, trên một sàn là một giao dịch. Dòng hàng, số lượng và số tiền đếm riêng. Đơn hủy hoặc trả lại bị trừ đi ở chính ngày bán.',
  statements:
    'Sàn chỉ báo một con số cho cả khoảng thời gian thì số ấy chỉ nằm trong kỳ chứa trọn khoảng đó, không chia nhỏ.',
  orderLines: 'Dòng hàng: mỗi quy cách trong một giao dịch là một dòng.',
  units: 'Gói bán ra: số gói, chai, hộp đã bán.',
  amount:
    'Số tiền: tiền hàng sau khi trừ mọi khoản giảm giá, đã gồm VAT, không gồm phí giao. Hàng trả lại được trừ ra khi đã hoàn tiền. Chỉ cộng những giao dịch mà sàn công bố số tiền.',
  byProduct:
    'Số giao dịch có sản phẩm đó. Một giao dịch có thể chứa nhiều sản phẩm, nên các dòng không cộng lại thành tổng.',
  ties: 'Bằng nhau thì cùng hạng và bỏ trống hạng kế tiếp (1, 2, 2, 4). Địa phương chưa có số liệu không xếp hạng.',
  asThen: 'Theo đơn vị hành chính lúc đó.',
  asNow: 'Theo đơn vị hành chính hiện nay (34 tỉnh, thành phố từ 01/07/2025).',
  keys: {
    transactions: 'Xếp theo số giao dịch trong kỳ. Bộ chưa công bố cách xếp hạng; đây là cách của trang này.',
    amount: 'Xếp theo số tiền hàng trong kỳ. Bộ chưa công bố cách xếp hạng; đây là cách của trang này.',
    productsOnPlatforms:
      'Xếp theo số sản phẩm có trên sàn vào ngày chốt. Bộ chưa công bố cách xếp hạng; đây là cách của trang này.',
  },
}

const en: typeof vi = {
  recognized:
    'Recognised products: with an OCOP decision or certificate of 3 stars or more that is valid on the cut-off day; each counted once.',
  uncertain:
    'Uncertain: recognised, but the source names only the year or month, so nobody can tell whether it was valid on the cut-off day. Not counted as recognised.',
  onAnyPlatform:
    'Products on platforms: present on at least one platform on the cut-off day, recognised or not; each counted once.',
  listed:
    'On a platform means introduced, for sale or sold out there on the cut-off day. A product may be on several platforms, so platforms are not added up.',
  transactions:
    'Transactions: one accepted order to one producer on one platform is one transaction. Order lines, units and amounts are counted apart. Cancelled and returned orders are taken off the day of the sale.',
  statements:
    'Where a platform reports one number for a span of time, it counts only in periods that hold the whole span; it is never split.',
  orderLines: 'Order lines: each variant within a transaction is one line.',
  units: 'Units: packs, bottles or boxes sold.',
  amount:
    'Amount: goods after all reductions, including VAT, without shipping. Goods given back are taken off once they are refunded. Only transactions whose amount the platform states are added.',
  byProduct:
    'Transactions in which the product occurs. One may hold several products, so these rows do not add up to the total.',
  ties: 'Equal values share a rank and the next is left out (1, 2, 2, 4). Provinces without figures are not ranked.',
  asThen: 'By the administrative units of that time.',
  asNow: 'By the administrative units of today (34 provinces since 1 July 2025).',
  keys: {
    transactions:
      'Ranked by transactions in the period. The ministry has published no method; this one is this site’s own.',
    amount: 'Ranked by đồng of goods in the period. The ministry has published no method; this one is this site’s own.',
    productsOnPlatforms:
      'Ranked by products on platforms on the cut-off day. The ministry has published no method; this one is this site’s own.',
  },
}

/** What each figure counts and by which rule, in the words that stand beside it wherever it is shown or printed. */
export const figureDefinitions = { vi, en }
