/** What kind of danger to life a text tells of. */
export type DangerKind =
  | "fire"
  | "explosion"
  | "gas"
  | "chemicals"
  | "trapped"
  | "collapse"
  | "drowning"
  | "suicide"
  | "violence"
  | "crime"
  | "missing"
  | "electricShock"
  | "fallenWire"
  | "poisoning"
  | "medical"
  | "traffic"
  | "roadCollapse";

/** The emergency numbers of mainland China: police, fire and rescue, ambulance, traffic police. */
export type EmergencyNumber = "110" | "119" | "120" | "122";

/** The words that tell of one kind of danger, as regular expressions over simplified, half-width, lower-case text. */
export interface DangerWords {
  readonly kind: DangerKind;
  readonly number: EmergencyNumber;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** Said of the future only ("for fear of fire") these words are no alarm: what is happening has words of its own. */
  readonly onlyWhenReal?: true;
}

const burningGas = "(?:煤气|燃气|天然气|液化气|沼气|瓦斯)";
const water = "(?:河|湖|江|海|池|塘|溪|水|井)";

/**
 * All danger words, most urgent first. The list is this platform's own. 119 also rescues from lifts, rubble and
 * water (《消防法》第三十七条: 以抢救人员生命为主的应急救援工作).
 */
export const dangerWords: readonly DangerWords[] = [
  {
    kind: "fire",
    number: "119",
    zh: [
      "[着著起失]火",
      "着了火",
      "火灾",
      "大火",
      "火苗",
      "火势",
      "明火",
      "烧起来",
      "烧着了",
      "自燃",
      "冒(?:着|出|了|起)?[黑浓白]?烟",
      "浓烟",
    ],
    en: ["fire", "flames", "burning down", "(?:thick|black|white|full of) smoke", "smoke (?:coming|from)"],
    onlyWhenReal: true,
  },
  {
    kind: "explosion",
    number: "119",
    zh: ["爆炸", "炸弹", "爆燃", "炸开了"],
    en: ["explosions?", "exploded", "exploding", "bombs?"],
    onlyWhenReal: true,
  },
  {
    kind: "gas",
    number: "119",
    zh: [
      `${burningGas}.{0,6}(?:味|臭|泄[漏露]|漏|破裂)`,
      `(?:闻到|闻着|一股|都是).{0,4}${burningGas}`,
      `漏.{0,2}${burningGas}`,
    ],
    en: ["gas (?:leak|leaking|smell|odou?r)s?", "smells? (?:of |like )?gas", "leaking gas"],
  },
  {
    kind: "chemicals",
    number: "119",
    zh: ["(?:危化品|化学品|危险品|氨气|液氨|氯气|液氯|硫酸|油罐|槽罐).{0,6}(?:泄[漏露]|漏|侧翻)", "毒气"],
    en: ["chemical (?:leak|spill)s?", "toxic gas"],
  },
  {
    kind: "trapped",
    number: "119",
    zh: [
      "电梯.{0,6}(?:困|关|卡).{0,2}(?:人|了|住|里|着)",
      "(?:困|关|卡)在.{0,4}(?:电梯|里面|车里|楼上|屋里|家里)",
      "电梯.{0,8}(?:出不来|坠|失控)",
      "(?:被|受)困",
      "困人",
      "困住",
      "被(?:埋|[压夹卡](?:在|住))",
      "(?:人|我|孩子|老人)[^，。]{0,6}出不来",
    ],
    en: ["(?:stuck|trapped|locked) in", "trapped", "can'?t get out", "buried under"],
  },
  {
    kind: "collapse",
    number: "119",
    zh: [
      "[倒坍垮崩]塌",
      "塌方",
      "(?:房|屋|楼|墙|桥|棚|山)[^，。]{0,4}塌",
      "(?:墙|楼|房子)[^，。]{0,3}(?:要|快)倒",
      "山体滑坡",
      "泥石流",
      "决堤",
      "溃坝",
      "管涌",
    ],
    en: ["(?:building|house|wall|bridge|roof)s?[^.,]{0,20}collaps(?:ed|ing|e)", "landslides?", "mudslides?"],
  },
  {
    kind: "drowning",
    number: "119",
    zh: ["溺水", "落水", `[掉跌摔滑落沉][进到入下了][^，。]{0,4}${water}`, "冲走", "洪水"],
    en: ["drown(?:ing|ed|s)?", "fell (?:in|into) the (?:river|lake|water|pond|canal)", "washed away"],
    onlyWhenReal: true,
  },
  {
    kind: "suicide",
    number: "110",
    zh: ["自杀", "轻生", "跳楼", "跳[河江湖桥]", "割腕", "上吊", "不想活", "寻短见", "喝农药"],
    en: [
      "suicid(?:e|al)",
      "kill (?:him|her|my)self",
      "jump(?:ing)? (?:off|from) (?:the |a )?(?:roof|building|bridge|window)",
    ],
  },
  {
    kind: "violence",
    number: "110",
    zh: [
      "打架",
      "打起来",
      "斗殴",
      "殴打",
      "打人",
      "挨打",
      "被(?:人|他|她|邻居|老公|丈夫|家人)?打",
      "打(?:我|她|老婆|孩子|小孩|老人|伤|死)",
      "[砍捅刺杀]人",
      "[砍捅刺]伤",
      "[持拿动提带挥]着?了?[^，。]{0,2}(?:刀|斧|棍|枪)",
      "[砍捅]了",
      "开枪",
      "枪击",
      "行凶",
      "家暴",
      "家庭暴力",
      "虐待",
    ],
    en: [
      "fighting",
      "a fight",
      "knife",
      "knives",
      "stab(?:bed|bing)?",
      "guns?",
      "shooting",
      "beat(?:ing|en) (?:up|him|her|me|his|the)",
      "domestic violence",
      "attack(?:ed|ing)",
    ],
  },
  {
    kind: "crime",
    number: "110",
    zh: [
      "抢劫",
      "抢夺",
      "被抢",
      "绑架",
      "劫持",
      "强奸",
      "强暴",
      "猥亵",
      "性侵",
      "尾随",
      "入室[盗抢行]",
      "破门",
      "撬[门锁]",
      "救命",
    ],
    en: [
      "robber(?:y|s)",
      "robbed",
      "kidnap(?:ped|ping)?",
      "rape[ds]?",
      "burglars?",
      "break(?:ing)?[- ]in",
      "help me",
    ],
  },
  {
    kind: "missing",
    number: "110",
    zh: [
      "走失",
      "失踪",
      "走丢",
      "(?:孩子|小孩|老人|女儿|儿子|奶奶|爷爷)[^，。]{0,6}(?:不见|找不到|丢了)",
      "拐走",
      "拐卖",
    ],
    en: [
      "missing (?:child|person|boy|girl)",
      "(?:child|son|daughter|boy|girl|grandmother|grandfather) (?:is |has gone )?missing",
    ],
  },
  {
    kind: "electricShock",
    number: "120",
    zh: ["触电", "电击", "电到", "漏电"],
    en: ["electric shocks?", "electrocut(?:ed|ion)"],
    onlyWhenReal: true,
  },
  {
    kind: "fallenWire",
    number: "119",
    zh: ["(?:电线|高压线|电缆|线杆)[^，。]{0,5}(?:断|掉|垂|落|倒)"],
    en: ["live wires?", "power lines? (?:is |are |has |have )?(?:down|fallen)"],
  },
  {
    kind: "poisoning",
    number: "120",
    zh: ["中毒", "一氧化碳"],
    en: ["poison(?:ed|ing)", "carbon monoxide"],
    onlyWhenReal: true,
  },
  {
    kind: "medical",
    number: "120",
    zh: [
      "昏迷",
      "[晕昏]倒",
      "晕过去",
      "休克",
      "不省人事",
      "失去意识",
      "没有?(?:呼吸|心跳|意识)",
      "叫不[醒应]",
      "(?:呼吸|心跳)(?:困难|停|骤停)",
      "喘不过气",
      "心梗",
      "心脏病[发犯]",
      "脑梗",
      "中风了",
      "抽搐",
      "窒息",
      "[流出失]血",
      "受重?伤",
      "重伤",
      "骨折",
      "[摔砸烧烫咬刺划撞压扎]伤",
      "伤了?人",
      "伤者",
      "砸[到中]了?[^，。]{0,3}(?:人|头|孩|老)",
      "(?:倒|摔)在?[^，。]{0,4}(?:起不来|不动)",
      "坠楼",
      "[要快]生了",
      "快不行",
      "死了?人",
    ],
    en: [
      "unconscious",
      "faint(?:ed|ing)",
      "not breathing",
      "can'?t breathe",
      "heart attack",
      "stroke",
      "bleeding",
      "injur(?:ed|y|ies)",
      "seizure",
      "broken (?:leg|arm|bone)",
      "(?:dog )?bitten",
    ],
  },
  {
    kind: "traffic",
    number: "122",
    zh: [
      "车祸",
      "交通事故",
      "出了?事故",
      "追尾",
      "翻车",
      "侧翻",
      "(?:车|摩托)[^，。]{0,6}撞",
      "撞[到了上]?[^，。]{0,2}(?:人|车|行人|老人|小孩)",
      "肇事",
      "碾压",
    ],
    en: [
      "(?:car|traffic|road) (?:accident|crash)(?:es)?",
      "crash(?:ed)?",
      "hit by a",
      "run over",
      "hit and run",
    ],
    onlyWhenReal: true,
  },
  {
    kind: "roadCollapse",
    number: "122",
    zh: ["(?:路|地面|人行道)[^，。]{0,3}(?:塌|下陷|陷落)", "塌陷", "天坑"],
    en: ["sinkholes?", "road (?:has )?collapsed"],
  },
];

/**
 * Everyday phrases that hold a danger word and tell of none. They are taken out before looking, so a danger beside
 * them is still found.
 */
export const harmlessPhrases: readonly string[] = [
  "(?:火灾|消防|防火|应急|逃生)(?:安全|隐患|演练|演习|宣传|知识|保险|报警器|探测器)",
  "烟囱[^，。]{0,3}冒?黑?烟",
  "被打(?:扫|扰|搅|断|湿|开|乱|磨|包|通|造)",
  "打(?:[你我他她]的?)?(?:电话|手机|招呼|热线|游戏|牌|麻将|球|印|车|卡|桩|药|疫苗|针|人工|人行)",
  "(?:充电|水|喷|油)枪",
  "热水器?(?:打不着|点不着)火",
  "打[不没]着火",
  "(?:煤气|燃气|天然气)(?:漏)?(?:报警器|缴费|开通|安装|公司)",
  "电梯(?:卡|里面?)[^，。]{0,6}(?:广告|太脏|灯|没灯)",
  "火警电话",
  "fire (?:& electrical hazards?|lanes?|exits?|escapes?|hydrants?|extinguishers?|drills?|safety|doors?|hazards?|stations?|trucks?|engines?|department|brigade|alarm tests?|access|equipment)",
  "fire ?works?",
  "smoke (?:detectors?|alarms?)",
  "smoke[- ]free",
];
