import type { EntityType } from '../model';
import type { Found } from './found';

const run = /[A-Z][A-Za-z0-9]*(?:['’](?!s\b)[a-z]{2,12})?(?:(?:[ .+&'’_]|\s?-\s?|\s\\\+\s)(?:[A-Z0-9]|i[A-Z])[A-Za-z0-9]*(?:['’](?!s\b)[a-z]{2,12})?)*/g;
const companyWord = /\b(?:Inc|Ltd|Corp|Co|LLC|PLC|GmbH|AG|Pharma|Pharmaceuticals?|Therapeutics|Biotech|Biopharma|Biosciences?|Biologics|Biomedical|Healthcare|HealthCare|Health|Medical|Medicine|Technologies|Technology|Systems|Holdings|Group|Labs|Logistics|Sciences|Ventures|Capital|Partners|Chain|Solutions|Robotics|Genomics|Diagnostics|Semiconductor|Electronics|Energy|Motors|Bank|Networks|Software)$/;
const academicWord = /\b(?:University|Institute|College|School|Academy|Laboratory)\b/;
const companyAfter = /^\s?(?:公司|集团|[（(]中国[）)]|旗下|宣布|首席|CEO|创始人|联合创始人|收购|并购|股价|总部|财报|合作|签署|签约|中标|破产|裁员|成立于)/;
const companyBefore = /(?:公司|企业|厂商|巨头|供应商|客户|投资机构|药企|初创|收购|并购|入股|子公司|控股)\s?[“"]?$/;
const productAfter = /^\s?[”"]?\s?[\u4e00-\u9fff]{0,4}(?:大模型|语言模型|模型|平台|系统|智能体|框架|工具|助手|APP|App|小程序|机器人|芯片|软件|处理器|引擎|操作系统|数据库|插件|浏览器|服务器|一体机|单抗|注射液|胶囊|片剂|疫苗|管线|项目|候选药物|分子|靶向药|系列(?![化数]))/;
const pipelineBefore = /(?:管线|候选药物|候选产品|在研产品|在研|药物|新药|产品|项目|化合物|抑制剂|单抗|双抗|激动剂|分子)\s?[“"（(]?$/;

/** Abbreviations and terms that are no names. */
const terms = new Set(
  ('AI IT CT MRI PET US USB API SDK LLM RAG NLP OCR CPU GPU NPU TPU RNA DNA MRNA ICU CEO CFO CTO COO CIO CMO CSO HR PR PC TV VR AR MR XR IOT SAAS PAAS IAAS ERP CRM OA HIS LIS PACS RIS EMR EHR CDSS CDR MDT DRG DIP DRGS ICD SPD APP WEB H5 GDP CPI PPI PMI PE PB ROE ROI EPS IPO PPP VC PE LP GP M&A ESG R&D B2B B2C ' +
    'C2C O2O TO QA PDF PPT WORD EXCEL KPI OKR SOP POC MVP CRO CDMO CMO CSO CXO ADC CAR-T PD-1 PD-L1 GLP-1 HER2 EGFR VEGF TNF IL-17 TKI BD OTC GMP GSP GCP GLP NDA BLA IND ANDA MAH RCT RWE RWD RWS AIGC AGI GAN GAAS SIC KRF ARF TSV CNN RNN LSTM BERT TRANSFORMER MOE SFT RLHF CV ML DL IP LOGO VIP DIY CO2 PM2.5 PM10 COVID-19 SARS HIV HPV ' +
    'Q1 Q2 Q3 Q4 H1 H2 FY NO ID UI UX UDI ISO HTTP HTTPS URL HTML JSON XML SQL 5G 4G 6G WIFI GPS GIS GIL LED OLED MEMS EDA EUV DUV SOC MCU ASIC FPGA HBM DRAM NAND SSD BMS PCS EV HEV PHEV BEV LNG LPG PVC PET ABS SCI GNP AQI COD VOCS FOB CIF A B C D E F G H I II III IV V VI P2P AGENT AGENTS PROMPT TOKEN TOKENS SCALEUP SCALEOUT YOY QOQ MODELS PREA IGA SAMD ODM OEM IVD EPC PPP BOT ' +
    'SaaS PaaS IaaS IoT DevOps OpenAPI PhD MBA EMBA WiFi iOS LaTeX JavaScript TypeScript Python Java PowerPoint HTTPs GenAI Gen-AI LLMs Agentic MoE FinTech MedTech HealthTech BioTech EdTech GitHub PubMed DataFrame eCTD mRNA siRNA Table Figure Fig Source Note Abstract Introduction Chapter Section Part Appendix The This These In On At For And Or Of With By From We Our It Its Is Are To As An').toUpperCase().split(/\s+/),
);
const genesAndUnits = /^(?:CD|IL|PD|HER|GLP|IgG|IgE|TNF|KRAS|BRCA|ISO|IEC|GB|YY|ICD|CPT|RS|PM|CO|SO|NO|H|Q|FY|T|V|N|P|S|B|A|C|D|F|M|G|K|L|X|Y|Z|R)[ -]?[0-9.]{1,5}[A-Za-z]?$/;

/** Latin names: models and pipelines with digits (EG-501, GPT-4), coined words (YiduCore) and firms (Nihon Steri). `isCompany`: known names of companies. */
export function latinNames(text: string, isCompany: (name: string) => boolean): Found[] {
  const seen = new Map<string, { count: number; type: EntityType | null }>();
  run.lastIndex = 0;
  for (let match = run.exec(text); match; match = run.exec(text)) {
    const name = withoutNoteMark(match[0]);
    if (name.length < 2 || name.length > 50 || /[a-z0-9/@._]/.test(text[match.index - 1] ?? '')) continue;
    if (/^[/@]|^\.[a-z]/.test(text.slice(run.lastIndex, run.lastIndex + 2))) continue;
    const entry = seen.get(name) ?? { count: 0, type: null };
    entry.count++;
    entry.type ??= ownedProduct(name, isCompany) || (!isTerm(name) && followsFirm(text.slice(Math.max(0, match.index - longestFirm), match.index), isCompany)) ? 'product' : typeOf(name, text.slice(Math.max(0, match.index - 8), match.index), text.slice(run.lastIndex, run.lastIndex + 10));
    seen.set(name, entry);
  }
  const found: Found[] = [...lowerNames(text), ...listedFirms(text), ...series(text)];
  for (const [name, { count, type }] of seen) {
    const kind = type ?? (isModelName(name) && count > 1 ? 'product' : null);
    if (kind !== null) found.push({ name, type: kind, strong: false });
  }
  return found;
}

/** Firms in Latin letters, in a list of them or of partners: Arrowhead、WAVE等企业, 与ABLBio、Empirico达成合作. */
const firms = /(?<![A-Za-z0-9、/])[A-Z][A-Za-z0-9&.-]{1,20}(?: [A-Z][A-Za-z0-9&.-]{1,20}){0,3}(?:[、/和与][A-Z][A-Za-z0-9&.-]{1,20}(?: [A-Z][A-Za-z0-9&.-]{1,20}){0,3}){0,9}(?=等?(?:国际|海外|全球|科技|外资|头部|龙头)?(?:企业|公司|厂商|药企|车企|巨头)|等?达成[\u4e00-\u9fff]{0,4}(?:合作|协议|交易|授权))/g;

/** The names of such a list; one of capitals alone is a kind of firm: ODM厂商. */
function namesOf(list: string): string[] {
  const names = list.split(/[、/和与]/).filter((name) => name.length > 2 && !isTerm(name) && !isModelName(name));
  return names.length === 1 && /^[A-Z0-9&.-]{2,5}$/.test(names[0] as string) ? [] : names;
}

function listedFirms(text: string): Found[] {
  return [...text.matchAll(firms)].flatMap(([list]) => namesOf(list).map((name): Found => ({ name, type: 'company', strong: false })));
}

/** Types of goods by letters and digits, one or more before a word that says so: KX8A、KX32A系列产品. */
const typed = /(?<![A-Za-z0-9、/.-])[A-Z][A-Za-z]{0,5}-?[0-9][A-Za-z0-9-]{0,8}(?:[、/和与及][A-Z][A-Za-z]{0,5}-?[0-9][A-Za-z0-9-]{0,8}){0,9}(?=\s?(?:系列(?:化)?(?:产品|芯片|车型|机型|设备|处理器|服务器|手机|电池|单片机|机器人|$|[，。、的])|等?(?:在研|新)?(?:产品|型号|车型|机型|芯片)))/g;

const series = (text: string): Found[] => [...text.matchAll(typed)].flatMap(([list]) => list.split(/[、/和与及]/).filter((name) => !isTerm(name)).map((name): Found => ({ name, type: 'product', strong: false })));

const lower = /(?<![A-Za-z0-9/@._-])[a-z]{1,10}(?:-[a-z0-9.]{1,8}){1,3}(?![A-Za-z0-9/@_-])/g;

/** Models in small letters: gpt-oss-120b, where the report names them twice or says what they are. */
function lowerNames(text: string): Found[] {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(lower)) {
    const name = match[0];
    if (!/[0-9]/.test(name) || isTerm(name)) continue;
    const said = productAfter.test(text.slice(match.index + name.length, match.index + name.length + 10)) || /(?:模型|版本|系列)(?:——|：)?$/.test(text.slice(Math.max(0, match.index - 5), match.index));
    counts.set(name, (counts.get(name) ?? 0) + (said ? 2 : 1));
  }
  return [...counts].flatMap(([name, count]) => (count > 1 ? [{ name, type: 'product', strong: false }] : []));
}

/** Who is named in letters: 首席科学家Karan Singhal, Alex Zhavoronkov博士. */
const leader = /(?:主管|负责人|创始人|总裁|CEO|CTO|CSO|首席[\u4e00-\u9fff]{1,4}|董事长|总经理|教授|博士|科学家|院长|主任|作者|记者|[男女]士|先生)\s?[“"]?$/;
const learned = /^\s?(?:博士|教授|先生|女士|院士)/;

/** Stems of the WHO's international nonproprietary names, with which those of medicines end: Bepirovirsen, Osimertinib. */
const medicine = /^[A-Z][a-z]{3,16}(?:mab|nib|virsen|ersen|siran|gliptin|gliflozin|ciclib|parib|lisib|glutide|vastatin|sartan|prazole|platin|taxel|zomib|leucel|tecan|degib)$/;

function typeOf(name: string, before: string, after: string): EntityType | null {
  if (isTerm(name)) return null;
  if (medicine.test(name)) return 'product';
  const words = name.split(' ');
  if (words.length < 4 && words.length > 1 && words.every((word) => /^[A-Z][a-z'’]+$/.test(word)) && (leader.test(before) || learned.test(after))) return 'person';
  if (words.length > 1 && companyWord.test(name)) return 'company';
  if (academicWord.test(name)) return 'academic';
  const coined = /[a-z][A-Z]/.test(name) || isModelName(name);
  const mixed = /[a-z]/.test(name) || coined;
  if (mixed && companyAfter.test(after)) return 'company';
  if (mixed && productAfter.test(after)) return 'product';
  if (mixed && companyBefore.test(before)) return 'company';
  if (isModelName(name) && (pipelineBefore.test(before) || (/[如括、]$/.test(before) && /^(?:[、和]|等)/.test(after)))) return 'product';
  if (/^[A-Z][a-z]{1,11} [0-9](?:\.[0-9])?$/.test(name) && /(?:推出|发布|上线|开源)(?:了|的)?\s?$/.test(before)) return 'product';
  return coined && /[a-z][A-Z]/.test(name) && words.length <= 3 ? 'product' : null;
}

/** True for abbreviations and words in Latin letters that name nothing: AI, HIS, PD-1, 5G. */
export const isTerm = (name: string): boolean =>
  terms.has(name.toUpperCase()) || genesAndUnits.test(name) || name.split(/[ +-]/).every((word) => terms.has(word.toUpperCase()) || /^[0-9.]+$/.test(word));

/** A maker's name and then a name of its own: PVmed Zeus. */
function ownedProduct(name: string, isCompany: (name: string) => boolean): boolean {
  const space = name.indexOf(' ');
  return space > 1 && isCompany(name.slice(0, space)) && !companyWord.test(name) && !isTerm(name.slice(space + 1));
}

/** Characters of the names of firms that are looked for before what they make. */
const longestFirm = 8;

/** Whether a firm whose name ends in 公司 stands right before: 中微公司Primo D-RIE is its product, 美国公司OpenAI a firm. */
const followsFirm = (before: string, isCompany: (name: string) => boolean): boolean => before.endsWith('公司') && Array.from(before, (_, at) => before.slice(at)).some((name) => name.length > 3 && isCompany(name));

/** Drops a citation number set off by a space: LangChain 23. */
function withoutNoteMark(name: string): string {
  const space = name.lastIndexOf(' ');
  return space > 2 && /^[0-9]{1,2}$/.test(name.slice(space + 1)) ? name.slice(0, space) : name;
}

/** Letters, then digits, with at most one mark between: EG-501, ISM3091, GPT-4, ChatGLM2-6B. */
function isModelName(name: string): boolean {
  if (isTerm(name)) return false;
  return /^[A-Z][A-Za-z]{1,9}[ -]?[0-9]{3,6}[A-Z]?$/.test(name) || /^[A-Z][A-Za-z]{2,12}[0-9.]{0,4}-[0-9.]{1,4}[A-Za-z]{0,6}$/.test(name);
}
