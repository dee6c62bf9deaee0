/** Names in other scripts as parties write them at home, and what the listed name must have. */
export const NATIVE = `华为技术有限公司|huawei technologies
华为终端有限公司|huawei device
海思半导体有限公司|hisilicon
中芯国际集成电路制造有限公司|semiconductor manufacturing international
浪潮电子信息产业股份有限公司|inspur electronic information
曙光信息产业股份有限公司|dawning|sugon
寒武纪科技股份有限公司|cambricon
北京旷视科技有限公司|megvii
杭州海康威视数字技术股份有限公司|hikvision
浙江大华技术股份有限公司|dahua
云从科技集团股份有限公司|cloudwalk
北京智谱华章科技有限公司|zhipu huazhang
上海壁仞科技股份有限公司|biren
摩尔线程智能科技（北京）有限责任公司|moore thread
长江存储科技有限责任公司|yangtze memory
长鑫存储技术有限公司|changxin memory
福建省晋华集成电路有限公司|jinhua
武汉新芯集成电路制造有限公司|wuhan xinxin
上海微电子装备（集团）股份有限公司|shanghai micro electronics
北方华创科技集团股份有限公司|naura
深圳市大疆创新科技有限公司|dji
深圳市道通智能航空技术股份有限公司|autel|daotong
华大基因|bgi
宁德时代新能源科技股份有限公司|contemporary amperex
北京航空航天大学|beihang|beijing university of aeronautics
哈尔滨工业大学|harbin institute of technology
哈尔滨工程大学|harbin engineering university
西北工业大学|northwestern polytechnical
南京理工大学|nanjing university of science
国防科技大学|national university of defense technology
四川大学|sichuan university
中山大学|sun yat-sen
中国工程物理研究院|academy of engineering physics
中国电子科技集团公司第十四研究所|china electronics technology group corporation 14
中国电子科技集团公司第五十五研究所|55
中国空气动力研究与发展中心|aerodynamics research and development
新疆生产建设兵团|production and construction corps
天津飞腾信息技术有限公司|phytium
海能达通信股份有限公司|hytera
烽火通信科技股份有限公司|fiberhome
科大讯飞股份有限公司|iflytek
商汤集团有限公司|sensetime
奇虎360科技有限公司|qihoo
第四范式（北京）技术有限公司|4paradigm
中国航空工业集团有限公司|aviation industry corporation of china
中国移动通信集团有限公司|china mobile
中国海洋石油集团有限公司|cnooc|china national offshore oil
昆仑银行股份有限公司|bank of kunlun
華為技術有限公司|huawei technologies
中國電信股份有限公司|china telecom
大疆創新科技有限公司|dji
국가보위성|ministry of state security|state security
정찰총국|reconnaissance general bureau
조선광업개발무역회사|korea mining development
조선무역은행|foreign trade bank|trade bank
단천상업은행|tanchon
조선련봉총회사|ryonbong
고려항공|air koryo
제2자연과학원|second academy of natural sciences
김정은|kim, jong|kim jong
김여정|kim, yo
로동당|workers|kwp
만수대해외개발회사그룹|mansudae
원자력총국|atomic energy
ПАО «Газпром нефть»|gazprom neft
ОАО «НК «Роснефть»|rosneft
АО «Рособоронэкспорт»|rosoboroneksport|rosoboronexport
АО «Концерн ВКО «Алмаз-Антей»|almaz
АО «Микрон»|mikron
ПАО Сбербанк|sberbank
Банк ВТБ|vtb
Калашников Концерн|kalashnikov
Лаборатория Касперского|kaspersky
Уралвагонзавод|uralvagonzavod
Объединенная судостроительная корпорация|united shipbuilding
ЧВК Вагнер|wagner
Владимир Путин|putin
Сергей Шойгу|shoigu
Сергей Лавров|lavrov
Рамзан Кадыров|kadyrov
Александр Лукашенко|lukashen
Игорь Сечин|sechin
Белтехэкспорт|beltechexport|beltekheksport
Российский фонд прямых инвестиций|direct investment
سازمان صنایع دفاع|defense industries organization
سپاه پاسداران انقلاب اسلامی|revolutionary guard
بانک ملی ایران|bank melli
بانک سپه|bank sepah
بانک صادرات ایران|bank saderat
شرکت ملی نفت ایران|national iranian oil
هواپیمایی ماهان|mahan
صنایع الکترونیک ایران|iran electronics
دانشگاه صنعتی شریف|sharif university
سازمان انرژی اتمی ایران|atomic energy organization
محمود احمدی نژاد|ahmadi
قاسم سلیمانی|soleimani
بشار الأسد|as*ad
حسن نصر الله|nasrallah
أنصار الله|ansar
حزب الله|hizballah|hezbollah
معمر القذافي|qadhafi|qaddafi
エルピーダ ファーウェイ|huawei
ガスプロムバンク|gazprombank
オウム真理教|aum shin`
  .split('\n')
  .map((line) => {
    const [query, ...listed] = line.split('|')
    return { query, listed: new RegExp(listed.join('|'), 'i') }
  })
