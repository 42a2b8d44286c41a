import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked, plain, recogniseAll, recogniseAlone } from './marked';

const examples: Readonly<Record<string, readonly string[]>> = {
  'a full company name ends in its legal form and begins after a verb': [
    '近日，公司与[[苏州澜起云帆信息科技有限公司|company]]签署战略合作协议。',
    '本次中标单位为[[杭州禾木（上海）医疗科技有限公司|company]]。',
  ],
  'a stock code makes a company': ['除此之外，[[泓博云图|company]]（688999.SH）也宣布上调全年指引。'],
  'a short form holds where the report introduces it': [
    '[[成都锦泓远达生物科技有限公司|company]]（以下简称“[[锦泓远达|company]]”）成立于2016年。随后[[锦泓远达|company]]完成了新一轮融资。',
  ],
  'an institution takes in the place and the university before it': [
    '项目由[[首都医科大学附属北京天坛医院|hospital]]牵头。',
    '会议在[[湖州市|place]]举行，[[湖州市卫生健康委员会|agency]]有关负责人参加。',
  ],
  'titles are documents, newspapers are organizations': [
    '有关部门印发了《[[关于加快推进县域医疗数字化转型的指导意见|document]]》。',
    '据《[[人民日报|organization]]》报道，试点范围将继续扩大。',
  ],
  'persons stand beside an office or speak': [
    '公司董事长[[沈怀瑜|person]]表示，全年目标不变。',
    '[[周以宁|person]]教授在会上作了主旨报告。会后，[[周以宁|person]]接受了采访。',
  ],
  'a well-known firm of two characters needs no mark beside it': ['[[华为|company]]副董事长谈到，公司将加大投入。', '振兴中华为己任。'],
  'who founds something or is made something, not the verb behind': [
    '该公司由[[梁书立|person]]创立。',
    '[[周明远|person]]任董事长。',
    '[[中金公司|company]] [[李书明|person]]；[[华泰证券|company]] [[赵晓远|person]]',
  ],
  'the funds of a city are its own': ['[[浦东创投|company]]领投，[[金华市产业基金|organization]]跟投。'],
  'a version belongs to the product, the number of a note does not': ['[[GLM-4.5-Air|product]]与[[Claude Haiku 4.5|product]]先后发布。'],
  'a number that counts is no name': ['去年产量1688万吨。', '“十三五”时期，产量翻番。'],
  'a person in sounds is spelled behind': ['[[马歇尔|person]]（Alfred Marshall）的论述由[[沈怀瑜|person]]教授译出。'],
  'an office stands behind who does it, a firm behind what somebody is': ['项目由[[望城区人民政府|agency]]牵头，张先生现任[[峦川集团控股有限公司|company]]董事。'],
  'members of a group stand behind the office that sends them': ['[[市发展改革委|agency]]：[[周述平|person]]\n\n[[市财政局|agency]]：[[李明远|person]]、[[王小川|person]]\n\n其他单位：牵头单位'],
  'what a laboratory firm does may end in 所': ['[[成都锦域医学检验所有限公司|company]]成立。'],
  'two firms stay two where one is under the other': ['[[吉利科技集团|company]]旗下[[四川致远新程科技有限公司|company]]投产。'],
  'a listed company keeps the mark of its share class': ['[[优必选|company]]与[[寒武纪-U|company]]涨幅居前。'],
  'an office of a city takes in the city': ['[[深圳市工业和信息化局|agency]]局长[[林毅舟|person]]出席活动。'],
  'generic words are no names': [
    '该公司与多家医院、高校和科研院所建立了长期合作关系，推动大模型在医疗机构落地。',
    '本集团将继续完善内部控制制度，本公司董事会对此负责。',
  ],
  'a zone is named after where it lies, and whole': [
    '调研组到[[红岩经济开发区|place]]、[[盘溪经济开发区|place]]和[[木场工业园区|place]]了解情况。',
    '各地的经济开发区、国家级经济开发区和重点工业园区都在名单之列。',
  ],
  'a weekly of an institute is a document': ['相关报告：《[[供需双双改善，装备行业进入新阶段——行业周报|document]]》。'],
  'an analyst stands before the office in brackets': ['分析团队：\n\n[[沈怀瑜|person]]（分析师）\n\n[[周以宁|person]]（联系人）'],
  'a maker that plans something is no plan': ['[[特斯拉|company]]计划拆股，[[比亚迪|company]]规划新厂。'],
  'the governments of all provinces are no one government': ['各省、自治区、直辖市人民政府，[[国务院|agency]]各部委：'],
  'a list opens behind the word that says so': ['走强的个股很多，包括[[峦川药业|company]]、[[特一药业|company]]和[[众生药业|company]]。'],
  'a short form may stand in the bracket with nothing but its quotation marks': [
    '[[峦川控股有限公司|company]]（「[[峦川控股|company]]」或「本公司」）董事会谨此宣布，[[峦川控股|company]]已完成收购。',
  ],
  'a legal form makes a name of ordinary words behind a place, and keeps what joins them': [
    '本报告涵盖了[[中国通信服务股份有限公司|company]]及附属公司，以及[[中国软件与技术服务股份有限公司|company]]。',
    '它是[[英国|place]]私营担保有限公司，依[[香港联合交易所|organization]]（「[[联交所|organization]]」）证券上市规则披露。',
  ],
  'a firm named like a grain is one among firms only': [
    '国内厂商[[小米|company]]、[[OPPO|company]]、[[vivo|company]]位居前三。',
    '当地种植玉米、小米、高粱和大豆。',
  ],
  'persons are listed behind their rank, and end where they act': [
    '市领导[[汤超|person]]、[[马怀远|person]]，区领导[[高雁|person]]、[[李智遥|person]]出席。',
    '调研组副组长[[袁清远|person]]带领有关负责同志和专家学者座谈，[[焦霄朗|person]]在致辞中作了介绍。',
    '副市长、葛店国家经开区党工委书记[[张怀远|person]]推介。',
  ],
  'what a document calls its parties and things is no name': [
    '发行人是一家医疗器械生产企业，首次公开发行股票（以下简称“新股”）不超过四千万股，新股网上申购，发行人承诺如实披露。',
  ],
  'a street is not the place that it is called after': ['公司住所为[[上海市|place]]广东路689号，[[广东|place]]的工厂已投产。'],
  'who is appointed is a person, and who stands beside them': ['保荐机构指定[[陈新峰|person]]、[[龚思远|person]]担任保荐代表人。'],
  'a village takes in the town and the county before it': ['记者来到[[砀山县唐寨镇侯口村|place]]的基地，该模式起源于[[上海闵行区颛桥镇|place]]的探索。'],
  'what a firm holds is no part of its name': ['[[复星医药|company]]控股子公司获批。'],
  'a coined word makes a firm of medicines': ['本土企业[[豫辰药业|company]]上市，医药行业药业整体回升。'],
  'a counted list of firms holds firms': ['开发区与[[福澜半导体|company]]、[[宁德时代|company]]、[[瀚峦咨询|company]]等8家企业签约。'],
  'a picture before a name is no part of it': ['🤖 [[山城晚报|organization]]'],
  'a name begins after what is agreed to': ['原则同意[[浦南医院|hospital]]的建议书。'],
  'names in traditional characters are found by the same patterns, and kept as printed': [
    '據[[香港文匯報|organization]]記者[[張偉遠|person]]報道，[[峦川控股有限公司|company]]董事長[[吳懷瑜|person]]表示，公司將與[[澜起雲帆信息科技有限公司|company]]開展長期合作。',
  ],
  'a hospital belongs to a university of ordinary words': ['合作单位有[[中国医药大学附属医院|hospital]]、[[北京儿童医院|hospital]]。', '[[湖南中医药大学|academic]]与[[中国|place]]医院均未参加。'],
  'straight quotation marks belong to a title as curved ones do': ['参见《[["十四五"智能制造发展规划|document]]》。'],
  'persons are named by those who tender, plead and analyse': ['项目联系人：[[王海涛|person]]', '委托诉讼代理人：[[张华|person]]，律师。', '[[郑积沙|person]] S1090516020001', '证券分析师\n[[宋旸|person]]\n022-28451131', '副厅长[[王仁元|person]]在会上表示，研究员[[狄增峰|person]]和教授[[傅常青|person]]参加，常务副市长出席。'],
  'who speaks more than once in a transcript is a person': ['访谈者：[[李晓雯|person]]\n[[李晓雯|person]]：您好。\n[[周玉兰|person]]：你好。\n[[李晓雯|person]]：请讲。\n[[周玉兰|person]]：好的。\n时间：下午\n时间：晚上'],
  'marks of the keyboard read as Chinese ones beside Han characters': ['[[美国|place]]经济学家[[保罗•霍尔登|person]](P. Holden)于1987年提出,公司董事长[[陈晓鸣|person]],与会.'],
  'who wrote a report is listed with commas, and licensed below': [
    '研报作者：[[陈晓鸣|person]]，[[苏以宁|person]] 来自：[[国泰君安|company]]',
    '[[沈丽|person]]\n\n执业登记编码：S0760511050001',
  ],
  'authors stand above their institutions, scholars before the number or the year of their work': [
    '[[周明朗|person]]\n（1.[[江城大学|academic]]经济学院，[[湖北|place]][[武汉|place]] 430072）',
    '[[卢怀瑜|person]]、[[黄以宁|person]][3]（2001）分析了影响，[[李霁川|person]][4]认为差距在缩小，[[郑云帆|person]]（2019）等从结构上作了证明。',
    '[[沈怀瑜|person]]，[[钟以宁|person]]，等．园区转型的缘起与实践[J]．[[江城学刊|organization]]，2021（4）：12-20．',
    '高质量[3]的增长，方法[4]通过检验，[[江苏|place]]（2019）居首。',
  ],
  'a work joins places, or is named by the characters of both': ['加快建设[[西宁至成都铁路|product]]、[[镇广高铁|product]]。'],
  'what ends in countryside is no place': ['从城乡统筹走向城乡融合，[[湖北农村发展研究中心|academic]]发布研究。'],
  'two countries are no firm': ['这一时期是中美科技博弈的关键阶段。'],
  'a firm of a coined word takes in the city where it sits': ['公司由[[北京锦泓华创电子|company]]和[[峦川药业|company]]重组而成。'],
  'Latin names stand in brackets behind a law or a firm': [
    '随着《[[战略贸易审查法案|document]]》（[[STRA Act|document]]）落地，[[STRA Act|document]]的影响扩大。',
    '《[[处方药付费法案|document]]》（[[Prescription Drug User Fee Act|document]]，[[PDUFA|document]]）每五年修订。',
  ],
  'a source is a firm': ['来源：[[Wind|company]]'],
  'no one government: of all counties, of the cities that plan for themselves': ['各县（市）、区人民政府，计划单列市民政局：', '各县、区人民政府，各区（市）县政府：'],
  'offices that a plan gives its tasks to': [
    '加快审批。（[[区政务服务局|agency]]牵头，[[区审改办|agency]]、[[区交运局|agency]]，[[区江投公司|company]]、各街道办事处配合）',
    '责任单位：[[市商务局|agency]]、[[市经贸投促局|agency]]，各区县有关部门',
  ],
  'offices of one government follow each other without a mark, those of the Party take in its name': [
    '根据[[中共河南省委办公厅|agency]][[河南省人民政府办公厅|agency]]印发的意见。',
    '[[中共成都市委社会工作部|agency]]印发通知。',
  ],
  'firms in Latin letters are listed, medicines end as the WHO has it': [
    '公司与[[Arrowmark|company]]、[[WAVO|company]]等企业布局，并与[[ABLCo|company]]、[[Empirica|company]]达成合作，引进[[Depirovirsen|product]]。',
  ],
  'a market has firms, and is none': ['拟登录[[科创板|organization]]医疗公司比较'],
  'a consulting centre is an office where it belongs to one': ['[[北京欧立川信息咨询中心|organization]]与[[国家知识产权局专利检索咨询中心|agency]]参加。'],
  'a person acts today, and a transcript says who is meant': ['[[创新及科技局|agency]]局长[[杨怀远|person]]今日出席会议，[[创科局|agency]]常任秘书长[[蔡以宁|person]]指进度良好。', '作者简介：[[吴明朗|person]]，教授。'],
  'an institution is called by its place and by what it does, however ordinary the words': [
    '由[[中国投资协会|organization]]主办，[[怀化汽车工程职业学院|academic]]、[[江苏电力交易中心|organization]]和[[嘉善县第一人民医院|hospital]]参加。',
    '[[上海市规划和国土资源管理局|agency]]、[[湖南省气象台|agency]]与[[新吴区政协|agency]]发布通知。',
    '[[恩施市自来水公司|company]]、[[湖南医药发展投资集团|company]]和[[西藏航空|company]]签约，[[太行山高速公路|product]]通车。',
  ],
  'a partnership is named with its form, a firm with its city in brackets': ['[[湖州鸿煜企业管理合伙企业（有限合伙）|company]]减持，[[必峦认证（北京）有限公司|company]]签发。'],
  'who is appointed, resigns or was born is a person': [
    '任命[[张永春|person]]为财政司司长，[[戴建业|person]]为经济司司长。会议接受[[程用文|person]]辞去职务的请求。',
    '[[池明朗|person]]，男，1963年6月出生。',
  ],
  'persons stand in rows, behind labels and behind those who employ them': [
    '[[刘鹏程|person]]、[[沈同富|person]]、[[池怀远|person]]是直接责任人员。',
    '出席：[[李剑锋|person]] [[邹以宁|person]]\n参会人员：[[莫日根布库|person]]、[[敖长福|person]]、[[何文柱|person]]',
    '1.[[江城大学|academic]] [[于洪涛|person]]',
    '[[国信证券|company]][[唐旭明|person]]表示，[[段明仲|person]]、[[马以端|person]]两位教授出席，法定代表人：[[李向荣|person]]，董事长。',
    '[[李秋莎|person]]1,2,3，[[杨春晓|person]]1,2',
  ],
  'foreigners are written in sounds behind their office': ['总统[[马西西|person]]会见外长[[夸佩|person]]，CEO[[诺兰|person]]（Nolan）称。'],
  'two firms are two, whatever stands between them': [
    '[[安徽皖江高速公路股份有限公司|company]]关于收购[[安徽省阜州高速公路有限公司|company]]的公告。上诉人[[迪瑞集团有限公司|company]]不服。',
    '[[中国能源建设集团江苏省电力建设第三工程有限公司|company]]中标，[[毕马威华振会计师事务所|company]]对本基金出具报告。',
  ],
  'assemblies, offices and forums take in whose they are': [
    '[[河北省第十四届人民代表大会第一次会议|organization]]召开，[[武汉市十五届人大常委会|agency]]通过决定。',
    '[[国家统计局兰州调查队|agency]]公布，[[市场监管总局反垄断一司|agency]]负责人到[[国家卫健委医管中心|agency]]，[[教育部|agency]]会同中医药局印发。',
    '受区人民政府委托，在[[珀斯|place]]设办事处。',
  ],
  'known names go on where a place or a firm is called by more': ['前往[[贡嘎山|place]]、[[鄂伦春旗|place]]，[[星巴克中国|company]]、[[汇丰（香港）|company]]，[[湖南道县|place]]。'],
  'a branch of the central bank is an office': ['[[中国人民银行浙江省分行|agency]]与[[人行厦门市中心支行|agency]]公布。'],
  'a line leads from one place to another': ['[[弥勒至蒙自铁路|product]]开通，[[铁岭至本溪公路|product]]建成。'],
  'a model is called by its maker where it stands right behind': [
    '新品有：[[洋河M6+|product]]，[[恒瑞医药|company]]HRS-9531获批。',
    '国产芯片：[[华为Mate60|product]]、[[壁仞BR100|product]]等。',
  ],
  'towns stand in a row': ['到[[官山镇|place]]、[[凉井镇|place]]、[[五溪乡|place]]调研，乡镇、街道参加。'],
  'a part of an office belongs to it': ['[[工业技术研究院南分院|academic]]与[[国家药品监督管理局药品审评中心|agency]]参加，[[国务院|agency]]部署工作。'],
  'who leads a firm stands in brackets behind it': ['[[中公教育|company]]（[[李永明|person]]）、[[汇丰（香港）|company]]参加。'],
  'corner brackets are quotation marks': ['公布「[[产业投资三大方案|document]]」与「[[智方便|product]]」平台。'],
  'a short name does not cross columns': ['发行人控股股东陈晓鸣  股份限售承诺', '[[晓 鸣 股 份|company]]', '[[晓  鸣  股  份|company]]'],
  'a short name may end before Latin letters': ['[[辉瑞|company]]JAK3抑制剂的上市申请获受理。'],
  'persons of the lexicon may stand between their office and a verb': ['[[住房城乡建设部|agency]]部长[[倪虹|person]]强调安全，负责人[[黄心宇|person]]解读了目录。'],
  'members of a project are persons': ['课题组成员：[[张海鹏|person]]、[[于法稳|person]]、[[檀学文|person]]'],
  'a committee is called by its region': ['[[西藏自治区党委|agency]]书记和[[新疆维吾尔自治区党委|agency]]书记参加。'],
  'a family name of two characters ends an office': ['[[市人大常委会|agency]]主任[[司徒伟|person]]出席。'],
  'journals are told by what appears in them': ['本文发表于《[[管理世界|organization]]》2024年第5期。', '《[[社会学研究|organization]]》等期刊刊发过。'],
  'a law firm is called by its city': ['发行人律师为[[北京市天元律师事务所|company]]。'],
  'a name with digits at its end goes on in letters': ['[[AMD MI300X|product]]和[[MI300|product]]竞争加剧。'],
  'a zone is called by the place it lies in': ['推动[[金坛经济开发区|place]]发展，[[金坛区|place]]区长出席。'],
  'games are called by their province and number': ['[[江苏省第二十一届运动会|organization]]和[[第十五届中国（常州）国际动漫艺术周|organization]]举行。'],
  'the project of a power plant is called by the plant': ['[[大唐集团|company]][[岩滩水电站项目|product]]和[[四川大渡河大岗山水电站项目|product]]投产。'],
  'what a firm owns is called without it': ['中标“[[张家港市高新投资发展有限公司|company]]的[[南横套电力线路改造工程|product]]”项目。'],
  'parts of provinces are places': ['[[苏南|place]]和[[粤东|place]]发展较快，[[江苏|place]][[南京|place]]与南粤[[东莞|place]]也是。', '[[川西北|place]]不通铁路。'],
  'documents are named before their number': ['根据[[国务院办公厅|agency]][[关于促进即时配送行业高质量发展的指导意见|document]]（国办发〔2024〕3号）执行。'],
  'standards are named by their number': ['引用[[GB/T 1.1—2020|document]]、[[GB/T 7714—2015|document]]、[[GB 38031-2020|document]]和[[YY/T 0316|document]]。'],
  'leaders stand beside their office': ['[[李强|person]]总理主持会议，市长[[龚正|person]]赴现场调研。'],
  'cooperatives are organizations': ['[[寿光市绿丰蔬菜专业合作社|organization]]带动农户。'],
  'a firm may be called by its parent, a word and its place': ['、[[中石化新星内蒙古绿氢新能源有限公司|company]]等企业投产。', '[[中石化|company]]与[[内蒙古绿氢新能源有限公司|company]]签约。'],
  'professors with names of two characters stand behind their institution': ['[[上海市胸科医院|hospital]][[陆舜|person]]教授参与讨论。', '[[首都经济贸易大学|academic]][[冯喜良|person]]、[[北京师范大学|academic]][[李实|person]]等学者讨论。', '[[浙江大学|academic]][[温州|place]]、[[绍兴|place]]，医院康复科、大学文科、学院党委。'],
  'a firm\'s full name ends with its legal form': ['通过[[云汀霁川企业管理合伙企业（有限合伙）|company]]间接控制公司10%的股份。', '“[[霁川租赁|company]]”指[[霁川金融租赁有限公司|company]]。'],
  'a row of definitions may say more of the name': ['[[栎舟有限|company]] 指 [[云汀栎舟微电子有限公司|company]]，系发行人前身'],
  'a university is called by its whole first word': ['[[江南理工大学|academic]]位于[[镇江|place]]。', '特邀[[首都医科大学|academic]]参加，[[首都版权协会|organization]]主办。'],
  'a street is not the city it is called after': ['在[[上海|place]]南京东路、大连东道1060号和北京路12号设点。'],
  'what governments buy is not of one government': ['在[[天津市|place]]政府采购网公告。'],
  'brands stand under the roof of their firm': ['[[华熙生物|company]]旗下[[可芙瑞|product]]、[[丽瑶|product]]热销，其旗下公司不变。'],
  'whose shares are bought is a firm': ['收购[[霁而康生物|company]]51%股权，收购标的公司30%股权。', '[[欧莱雅|company]]投资[[闻栎|company]]，投资电池。'],
  'types of goods stand before a word for them': ['公司的[[KX8A|product]]、[[KX32A|product]]系列产品通过[[AEC-Q100|document]]认证。', '[[中微公司|company]][[Primo D-RIE|product]]系列放量，A股、H股系列指数上涨。'],
  'a model ends before what is said of the list': ['[[北方华创NMC612D|product]]、[[微导纳米iTomic|product]]系列等进入产线。'],
  'an ordinary word before a stock code is the end of a name': ['先进材料仍靠进口。[[应用材料|company]]（AMAT.O）、[[泛林集团|company]]（LRCX.O）占大半。'],
  'institutes have numbers and short names': ['[[第七〇四研究所|academic]]和[[中国电科第十四研究所|academic]]，[[中科院光电所|academic]]，[[中科院|academic]]的所长。'],
  'schools of a place are told apart by their number': ['[[永仁县第一中学|academic]]扩建，全县农村中学不变。'],
  'vehicles are no person': ['出口491万辆，产能（万辆）提高。'],
  'a share behind a firm says that it is one': ['[[比亚迪|company]]17.4%、[[吉利|company]]20%、[[上汽|company]]38.1%。'],
  'a medicine has its trade name in brackets': ['[[依库珠单抗|product]]（[[舒立瑞|product]]，进口），口服片（进口）。'],
  'the marathons of municipalities are theirs as well': ['[[上海马拉松|organization]]与[[厦门马拉松|organization]]开跑，半程马拉松多。'],
  'a firm and what it makes is no firm': ['[[宁德时代|company]]磷酸铁锂、[[富临精工|company]]、[[天铁锂电|company]]等项目开工。'],
  'works of a place are named after it': ['接管至[[东海县西湖污水处理厂|company]]，厂内污水处理站依托现有。'],
  'a foreign name alone between marks is a person': ['[[皮埃尔-奥利维耶·古兰沙|person]]\n\n经济顾问'],
  'who came is behind the firm that sent them': ['参与单位：[[易方达基金|company]]：[[祁禾|person]]；[[中金公司|company]]：[[曾韬|person]]'],
  'a foreigner stands behind an office, or behind what is done to him': ['[[英国|place]]首相[[斯塔默|person]]任命[[马特·克利福德|person]]牵头，[[加州|place]]州长[[纽森|person]]否决了它。'],
  'what is under an office has a name of its own': ['[[美国商务部|agency]]下属[[国家标准与技术研究院|agency]]宣布。'],
  'a list of places begins behind the mark of its heading': ['## 二、[[欧洲|place]]与[[英国|place]]'],
  'brothers are two': ['实际控制人[[陈建龙|person]]、[[陈建伟|person]]兄弟合计持股。'],
  'members may be set apart by spaces': ['成  员：[[张  伟|person]]  [[赵国梁|person]]  [[孙晓燕|person]]'],
  'models are listed with others': ['[[问界M9|product]]、[[智界R7|product]]、[[尊界S800|product]]构成矩阵。'],
  'offices among towns are no places': ['走访卫健局、[[城关镇|place]]、[[柳林镇|place]]、[[石桥乡|place]]。'],
  'a list of firms stands behind its label': ['代表企业：[[麦麦霁老|company]]、医院、[[栎舟康护|company]]'],
  'persons of one family are two': ['[[王建辰|person]]和[[高元倩|person]]夫妇注册了公司。'],
  'a person does not open the name of whom he speaks for': ['[[李新钢|person]]代表[[省医学会神经外科学分会|organization]]致辞。'],
  'a university is no society': ['[[中央财经大学|academic]]会计硕士。'],
  'stocks stand in thick brackets, one behind the other': ['关注【[[金盘科技|company]]】、【[[霁特电气|company]]】、【[[伊戈尔|company]]】。'],
  'a district has a government': ['[[青岛市市北区政府|agency]]与[[山东省卫计委|agency]]承办。'],
  'journals are told by what they are called': ['在《[[Science Robotics|organization]]》期刊发表。'],
  'a foreigner keeps his title behind the name': ['外籍院士[[厄温·内尔|person]]教授出席。'],
  'a river is not its province': ['在皖江示范区考核。'],
  'who signs a report does so at its end': ['会议结束。（[[王小伟|person]] [[李红梅|person]]）'],
  'a firm of one word stands before the place in its name': ['[[大唐河南发电有限公司|company]]与[[大同经济技术开发区|place]]签约。'],
  'the committee of a district is that of its city': ['[[六安市裕安区委|agency]]副书记[[王仲儒|person]]出席，[[吴昊|person]]毕业于[[中山大学|academic]]。'],
  'a journal that is called by a word is not in every word': ['刊于《[[科学|organization]]》杂志，高分子科学系与科学研究。'],
  'a philosopher is not 将': ['总统将[[亚当·斯密|person]]提出的思想付诸实践，财政部长[[姆努钦|person]]、贸易顾问[[纳瓦罗|person]]等同意。'],
  'an institute of an academy joins what it studies': ['他在[[中国社会科学院亚太与全球战略研究院|academic]]工作。'],
  'a version is another than the one it begins with': ['[[Llama-3.1|product]]与[[Grok 4.1|product]]，[[谷歌|company]]推出的[[Veo 3.1|product]]。'],
  'a village is called by its street, a town by who goes there': ['考察[[唐昌街道战旗村|place]]，到[[西合营镇|place]]调研。'],
  'a name in letters follows that of somebody with an office': ['它由工程师[[原昌宏|person]]（Masahiro Hara）发明。'],
  'a government has institutions for its tasks': ['依托[[省产业技术研究院|academic]]和[[省民营经济发展促进中心|organization]]，接入[[全国碳排放权交易市场|organization]]。'],
  'a delegation is not that of the congress': ['在[[全国人代会|agency]][[江苏代表团|organization]]审议时。'],
  'a subsidiary stands before what it does': ['项目由子公司[[霁勤时代|company]]负责，子公司营收增长，其全资子公司已注销。'],
  'a list behind 国内有 is one of firms': ['国内有[[同益中|company]]、[[栎舟丝|company]]、[[恒辉安防|company]]。'],
  'a province before the first of its towns stands by itself': ['[[海南|place]][[琼海|place]]、[[文昌|place]]、[[万宁|place]]试点。'],
  'assemblies are named by their number': [
    '[[中共浙江省委十五届六次全会|organization]]审议通过决定。', '[[江苏省委十四届七次全会|organization]]召开。','全面贯彻[[党的二十大|organization]]和[[党的二十届四中全会|organization]]精神。'],
};

describe('names in running text', () => {
  for (const [rule, sentences] of Object.entries(examples)) {
    it(rule, () => {
      for (const sentence of sentences) {
        const text = plain(sentence);
        const found = recogniseAll({ 'a.txt': text }).get('a.txt');
        assert.ok(found);
        assert.equal(marked(text, found), sentence);
      }
    });
  }

  it('finds a name that a line end cuts, with one span a line', () => {
    const text = [
      '会议指出，各地要进一步加强对药品生产企业的监督检查，及时发现并消',
      '除隐患，切实维护公众健康。会议要求，要进一步发挥国家药品监督管',
      '理局的作用，完善制度，并且在全国范围内推广有关的经验和做法，尽快',
      '形成长效机制，确保各项任务落到实处、见到成效。',
    ].join('\n');
    const mention = recogniseAll({ 'a.txt': text }).get('a.txt')?.mentions.find((m) => m.text === '国家药品监督管理局');
    assert.equal(mention?.type, 'agency');
    assert.deepEqual(mention.spans.map((span) => text.slice(span.start, span.end)), ['国家药品监督管', '理局']);
  });

  it('knows a name in one report that another defines', () => {
    const found = recogniseAll({ 'a.txt': '泓博云图（688999.SH）发布公告。', 'b.txt': '我们看好泓博云图的长期价值。' });
    assert.deepEqual(found.get('b.txt')?.mentions.map((m) => m.entity), ['company:泓博云图']);
  });

  it('knows a person in one report whom two others introduce', () => {
    const found = recogniseAll({ 'a.txt': '公司董事长沈怀瑜表示，目标不变。', 'b.txt': '沈怀瑜教授出席会议。', 'c.txt': '这一点得益于沈怀瑜的坚持。' });
    assert.deepEqual(found.get('c.txt')?.mentions.map((m) => m.entity), ['person:沈怀瑜']);
  });

  it('takes firms that only a list names for names when the report uses them often and freely', () => {
    const list = '青岚云图、栎舟医数、霁川数智等企业参与。';
    const uses = '报告认为青岚云图增速最快。青岚云图的客户以医院为主；其中青岚云图占三成。';
    const names = (text: string) => recogniseAll({ 'a.txt': text }).get('a.txt')?.mentions.map((m) => m.text);
    assert.deepEqual(names(list), []);
    assert.deepEqual(names(list + uses), ['青岚云图', '青岚云图', '青岚云图', '青岚云图']);
  });

  it('keeps what the entity list says: id, status, type, and names that are none', () => {
    const yaml = 'entities:\n  - id: yidu\n    name: 医渡科技\n    type: company\n    aliases: [Yidu Tech]\nignore: [华为]\n';
    const found = recogniseAll({ 'a.txt': '医渡科技（YiduTech）与华为合作。' }, yaml).get('a.txt');
    assert.deepEqual(found?.mentions.map((m) => [m.text, m.entity, m.status]), [['医渡科技', 'yidu', 'confirmed'], ['YiduTech', 'yidu', 'confirmed']]);
  });

  it('ignores the other names of an ignored name, too', () => {
    const text = '团队来自麻省和湖州市。';
    const found = (yaml: string) => recogniseAll({ 'a.txt': text }, yaml).get('a.txt')?.mentions.map((m) => m.text);
    assert.deepEqual(found(''), ['麻省', '湖州市']);
    assert.deepEqual(found('ignore: [马萨诸塞州]\n'), ['湖州市']);
  });

  it('shows an alias of two entities as ambiguous and lets the report decide', () => {
    const yaml = 'entities:\n  - {id: a, name: 甲方科技集团, type: company, aliases: [甲科]}\n  - {id: b, name: 甲乙科研所, type: academic, aliases: [甲科]}\n';
    const mentions = recogniseAll({ 'a.txt': '甲乙科研所成立于1990年。甲科现有员工百人。' }, yaml).get('a.txt')?.mentions;
    const short = mentions?.find((m) => m.text === '甲科');
    assert.equal(short?.entity, 'b');
    assert.deepEqual(short.alternatives, ['a']);
  });
});

describe('any text at all', () => {
  const piece = fc.constantFrom('国家', '有限公司', '（以下简称“', '”）', '《', '》', '“', '·', '、', '董事长', '王', '和', '\n', ' ', 'AI', 'GPT-4', '（0001.HK）', '医院', '2025年', '𠮷', '指', '省');

  it('gives mentions that lie in it, in order, without overlaps', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 }))).map((parts) => parts.join('')), (text) => {
        let end = 0;
        for (const { spans } of recogniseAlone(text).mentions) {
          for (const span of spans) {
            assert.ok(span.start >= end && span.end > span.start && span.end <= text.length);
            end = span.end;
          }
        }
      }),
    );
  });
});

describe('introductions', () => {
  it('are the code and the definition', () => {
    const text = '泓博云图（688999.SH）发布公告。\n\n泓博云图是一家软件企业。';
    const kinds = recogniseAll({ 'a.txt': text }).get('a.txt')?.introductions.map((i) => [i.kind, text.slice(i.span.start, i.span.end)]);
    assert.deepEqual(kinds, [
      ['code', '泓博云图（688999.SH）发布公告。'],
      ['definition', '泓博云图是一家软件企业。'],
    ]);
  });
});
