/** More names in other scripts, on which nothing was tuned when they were first measured. */
export const MORE_NATIVE = `中国科学院计算技术研究所|institute of computing technology
龙芯中科技术股份有限公司|loongson
中科曙光|sugon|dawning
成都海光集成电路有限公司|haiguang
无锡江南计算技术研究所|jiangnan institute
国家超级计算无锡中心|supercomputing cent.*wuxi
国家超级计算深圳中心|supercomputing cent.*shenzhen
国家超级计算广州中心|supercomputing cent.*guangzhou
上海超级计算中心|shanghai supercomput
依图科技|yitu
厦门美亚柏科信息股份有限公司|meiya pico
东方网力科技股份有限公司|netposa
云天励飞|intellifusion
达闼科技|cloudminds
北京云洲智能|yunzhou|oceanalpha
中国交通建设集团|china communications construction
中交疏浚|cccc dredging
中国船舶集团有限公司|china state shipbuilding
中国航天科技集团有限公司|china aerospace science and technology
中国航天科工集团有限公司|china aerospace science and industry
中国北方工业公司|china north industries|norinco
中国兵器工业集团|china north industries
中国核工业集团有限公司|china national nuclear
中国广核集团有限公司|china general nuclear
中国电子信息产业集团|china electronics corporation
中国联合网络通信集团|china unicom
中国商用飞机有限责任公司|commercial aircraft corporation
中国航空发动机集团|aero engine corporation
沈阳飞机工业集团|shenyang aircraft
成都飞机工业集团|chengdu aircraft
南昌航空大学|nanchang hangkong|nanchang university of aero
天津大学|tianjin university
北京理工大学|beijing institute of technology
南京航空航天大学|nanjing university of aeronautics
武汉大学|wuhan university
同济大学|tongji
广东工业大学|guangdong university of technology
西安交通大学|xi'?an jiao ?tong
上海集成电路研发中心|shanghai (?:integrated circuit|ic) r
鹏芯微集成电路制造有限公司|pengxinwei|pxw
深圳市昇维旭技术有限公司|swaysure
福建宏芯基金|hongxin
拓荆科技|piotech
盛美半导体|acm research
北京屹唐半导体|yitang|e-?town
合肥长鑫|changxin
广州粤芯|cansemi
燧原科技|enflame
上海天数智芯|iluvatar
算能科技|sophgo
北京智源人工智能研究院|beijing academy of artificial intelligence
浪潮集团|inspur
同方威视|nuctech
大连海事大学|dalian maritime
广州海格通信|haige
深圳光启|kuang-?chi
成都成电光信|chengdian|uestc
小米科技有限责任公司|xiaomi
腾讯控股有限公司|tencent
比亚迪股份有限公司|byd
中远海运|cosco
АО «Концерн «Калашников»|kalashnikov
ПАО «Компания «Сухой»|sukhoi
АО «РСК «МиГ»|mig
ПАО «Туполев»|tupolev
АО «Вертолеты России»|russian helicopters
ПАО «Лукойл»|lukoil
АО «Росатом»|rosatom
ГК «Ростех»|rostec
АО «Объединенная двигателестроительная корпорация»|united engine
АО «Швабе»|shvabe
АО «Ангстрем»|angstrem
АО «НПО «Энергомаш»|energomash
АО «Тактическое ракетное вооружение»|tactical missile
АО «МЦСТ»|mcst
ООО «Байкал Электроникс»|baikal
Московский физико-технический институт|moscow institute of physics
Московский государственный технический университет имени Баумана|bauman
Банк «Россия»|bank rossiya|rossiya
Альфа-Банк|alfa-?bank
Внешэкономбанк|vnesheconombank|veb
Газпромбанк|gazprombank
Новатэк|novatek
Северсталь|severstal
Кадыров Рамзан Ахматович|kadyrov
Дмитрий Медведев|medvedev
Геннадий Тимченко|timchenko
Аркадий Ротенберг|rotenberg
Олег Дерипаска|deripaska
Виктор Вексельберг|vekselberg
Евгений Пригожин|prigozhin
조선민주주의인민공화국 국방성|ministry of (?:defen|people)
조선로동당 선전선동부|propaganda and agitation
조선인민군|korean people'?s army
대동신용은행|daedong credit
리병철|ri,? pyong|ri pyong
김영철|kim, yo?u?ng
조선대성무역은행|daesong
조선과학기술무역회사|science and technology trading|technology trad
국가우주개발국|national aerospace development
شرکت هواپیماسازی ایران|iran aircraft manufactur
سازمان هوافضا|aerospace (?:industries )?organization
صنایع شهید همت|hemmat
دانشگاه مالک اشتر|malek ?ashtar
دانشگاه امام حسین|imam hossein|emam hose
قرارگاه خاتم الانبیا|khatam
بانک مرکزی ایران|central bank of
شرکت کشتیرانی جمهوری اسلامی ایران|islamic republic of iran shipping
علی خامنه ای|khamenei
ابراهیم رئیسی|ra'?isi
حسین سلامی|salami
جبهة النصرة|nusrah?
تنظيم القاعدة|qa'?ida
داعش|daesh|da'esh|islamic state
طالبان|taliban
حركة حماس|hamas
ماهر الأسد|al-assad, maher|asad, mahi?e?r
عبد الملك الحوثي|houthi
صدام حسين|hussein|husayn
ロスネフチ|rosneft
ハイクビジョン|hikvision
アルカイダ|qa'?ida
タリバン|taliban
ヒズボラ|hi?e?zb
プーチン|putin`
  .split('\n')
  .map((line) => {
    const [query, ...listed] = line.split('|')
    return { query, listed: new RegExp(listed.join('|'), 'i') }
  })
