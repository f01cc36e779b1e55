import { oneWay, type Synonyms } from '../synonym.js'

/** English words for what Vietnamese villages make, each with the Vietnamese for it, `|` between several. Plurals are known, too. */
const WORDS = `
coffee=cà phê;coffee bean=cà phê hạt;robusta=cà phê robusta;tea=trà|chè;herbal=thảo mộc;herb=thảo mộc|rau;cocoa=ca cao;chocolate=sô cô la|socola
instant=hòa tan;ground=bột;weasel=chồn;civet=chồn;honey=mật ong;bee=ong;royal jelly=sữa ong chúa;pollen=phấn hoa
rice=gạo;sticky rice=nếp;glutinous rice=nếp;brown rice=gạo lứt;cereal=ngũ cốc;flour=bột;starch=tinh bột;powder=bột
pepper=tiêu;black pepper=tiêu đen|tiêu;white pepper=tiêu sọ|tiêu;salt=muối;shrimp salt=muối tôm;chili=ớt;chilli=ớt;garlic=tỏi
black garlic=tỏi đen;onion=hành;ginger=gừng;turmeric=nghệ;lemongrass=sả;cinnamon=quế;star anise=hồi;spice=gia vị;sugar=đường
fish sauce=nước mắm;soy sauce=nước tương;shrimp paste=mắm tôm|mắm ruốc;fermented fish=mắm cá;chili sauce=tương ớt;sauce=tương|nước chấm
vinegar=giấm;oil=dầu;coconut oil=dầu dừa;peanut oil=dầu phộng|dầu phụng|dầu lạc;essential oil=tinh dầu;cashew=hạt điều;cashew nut=hạt điều
macadamia=mắc ca;macadamia nut=mắc ca;peanut=đậu phộng|lạc;sesame=mè;bean=đậu;green bean=đậu xanh;soybean=đậu nành;corn=bắp;cassava=khoai mì
potato=khoai;sweet potato=khoai lang;taro=khoai môn;mushroom=nấm;shiitake=nấm hương;oyster mushroom=nấm bào ngư
lingzhi=linh chi;reishi=linh chi;bamboo shoot=măng;bamboo=tre;rattan=mây;vegetable=rau;cabbage=cải;mustard green=cải;cucumber=dưa leo
pumpkin=bí đỏ;winter melon=bí đao;bitter melon=khổ qua;bitter gourd=khổ qua;tomato=cà chua;carrot=cà rốt;radish=củ cải;moringa=chùm ngây
fruit=trái cây;durian=sầu riêng;jackfruit=mít;mango=xoài;banana=chuối;coconut=dừa;pineapple=dứa|khóm|thơm;dragon fruit=thanh long
passion fruit=chanh dây;passionfruit=chanh dây;lime=chanh;lemon=chanh;orange=cam;tangerine=quýt;mandarin=quýt;kumquat=tắc;pomelo=bưởi
grapefruit=bưởi;avocado=bơ;guava=ổi;papaya=đu đủ;lychee=vải;longan=nhãn;rambutan=chôm chôm;mangosteen=măng cụt;melon=dưa lưới
watermelon=dưa hấu;soursop=mãng cầu;custard apple=na|mãng cầu;tamarind=me;mulberry=dâu tằm;strawberry=dâu tây;plum=mận;persimmon=hồng
starfruit=khế;star apple=vú sữa;grape=nho;noni=nhàu;lotus=sen;lotus seed=hạt sen;seed=hạt
ginseng=sâm;cordyceps=đông trùng hạ thảo;artichoke=atiso;bird nest=yến sào|yến;birds nest=yến sào|yến;bird s nest=yến sào|yến
shrimp=tôm;prawn=tôm;krill=ruốc;fish=cá;snakehead fish=cá lóc;anchovy=cá cơm;tuna=cá ngừ;eel=lươn;squid=mực
crab=cua;clam=nghêu;oyster=hàu;snail=ốc;frog=ếch;seafood=hải sản;seaweed=rong biển;sea grape=rong nho
beef=bò;buffalo=trâu;pork=heo;goat=dê;chicken=gà;duck=vịt;egg=trứng;milk=sữa;yogurt=sữa chua;yoghurt=sữa chua
sausage=lạp xưởng|xúc xích;meat=thịt;noodle=bún|phở|hủ tiếu|mì|miến;rice noodle=bún|phở|hủ tiếu;vermicelli=miến|bún;rice paper=bánh tráng
rice cracker=bánh tráng|bánh đa;spring roll=chả giò|nem;cake=bánh;cookie=bánh quy;bread=bánh mì;candy=kẹo;coconut candy=kẹo dừa
peanut candy=kẹo đậu phộng|kẹo lạc;jam=mứt;ice cream=kem;pickle=dưa muối|ngâm;kimchi=kim chi;wine=rượu;rice wine=rượu;liquor=rượu
alcohol=rượu;juice=nước ép|nước cốt;drink=đồ uống;food=thực phẩm;dried=sấy|khô;freeze dried=sấy thăng hoa;smoked=hun khói|gác bếp
fresh=tươi;frozen=cấp đông;roasted=rang;raw=tươi;salted=muối;spicy=cay;sweet=ngọt;organic=hữu cơ;pure=nguyên chất;traditional=truyền thống
premium=cao cấp|thượng hạng;natural=tự nhiên|thiên nhiên;white=trắng;black=đen;dark=đen;green=xanh;red=đỏ;purple=tím
soap=xà phòng;candle=nến;flower=hoa;handicraft=thủ công mỹ nghệ;basket=giỏ;straw=ống hút;sedge mat=chiếu cói;wood=gỗ
pottery=gốm;ceramic=gốm;silk=lụa;brocade=thổ cẩm;textile=vải;orchid=lan;bonsai=cây cảnh;homestay=du lịch cộng đồng;tour=du lịch
chestnut=hạt dẻ;walnut=óc chó;almond=hạnh nhân;pistachio=hạt dẻ cười;nut=hạt;apple=táo;peach=đào;apricot=mơ;pear=lê;cherry=anh đào
tofu=đậu phụ|đậu hũ;bean curd=đậu phụ|đậu hũ;mung bean=đậu xanh
black tea=hồng trà|trà đen;cider=giấm;beer=bia;water=nước;syrup=siro|mật
shrimp cracker=bánh phồng tôm;cracker=bánh phồng|bánh tráng;floss=chà bông|ruốc;ham=giò|chả;jerky=khô bò|khô
goose=ngỗng;rabbit=thỏ;salmon=cá hồi;catfish=cá tra|cá basa;tilapia=cá rô phi;mackerel=cá thu;carp=cá chép;scallop=sò;cuttlefish=mực
spinach=rau chân vịt;celery=cần tây;aloe=nha đam;aloe vera=nha đam;perilla=tía tô;mint=bạc hà;pennywort=rau má;kudzu=sắn dây
shallot=hành tím|hành;paprika=ớt bột;cane=mía;palm sugar=đường thốt nốt;yeast=men;ant=kiến;seasoning=gia vị
shampoo=dầu gội;cosmetic=mỹ phẩm;lipstick=son;pillow=gối;scarf=khăn;hat=nón;bag=túi;mat=chiếu;lantern=đèn lồng;painting=tranh
lacquer=sơn mài;lacquerware=sơn mài;jewelry=trang sức;spoon=muỗng|thìa;bowl=bát|chén;cup=ly|cốc;chopstick=đũa;agarwood=trầm hương
incense=nhang|hương;sugar free=không đường;instant noodle=mì`

/** Lets people who don't know Vietnamese search in English; only in this direction. */
export const ENGLISH_WORDS: readonly Synonyms[] = WORDS.trim()
  .split(/[;\n]/)
  .map((entry) => {
    const [english = '', vietnamese = ''] = entry.split('=')
    return oneWay(english, vietnamese.split('|'), { isForeign: true })
  })
