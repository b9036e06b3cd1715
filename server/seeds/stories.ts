import type { CaseMove, MoveRequest } from "@gongzhi/shared/cases";

/** Who makes a step of a story. */
export type Actor = "reporter" | "grid" | "community" | "desk" | "station" | "system";

/** What a picture shows, roughly: what was wrong, or that it was put right. */
export type Scene = "bin" | "litter" | "street" | "water" | "lamp" | "wall" | "cable" | "done";

/** One step in the life of a sample case. */
export interface Step {
  readonly who: Actor;
  /** Minutes after the step before: of office time for those in an office, of any time for everybody else. */
  readonly after: number;
  readonly request: MoveRequest;
  readonly scene?: Scene;
}

/** How a sample case went on after it was reported; a case without a story waits to be accepted. */
export interface Story {
  /** The number of the sample, from 1. */
  readonly sample: number;
  /** Pictures that came with the report. */
  readonly scenes?: readonly Scene[];
  readonly steps: readonly Step[];
}

type With = Omit<MoveRequest, "move"> & { scene?: Scene };
const step = (who: Actor, move: CaseMove, after: number, { scene, ...rest }: With = {}): Step => ({
  who,
  after,
  request: { move, ...rest },
  ...(scene && { scene }),
});

const byGrid = (): Step[] => [step("grid", "accept", 35), step("grid", "selfHandle", 10)];
const byStation = (unit: string, accepting: Actor = "grid"): Step[] => [
  step(accepting, "accept", 25),
  step("desk", "dispatch", 30, { unit }),
  step("station", "sign", 40),
];
const said = (text: string): With => ({ text });
const shown = (text: string): With => ({ text, visibility: "public" });
const noted = (text: string): With => ({ text, visibility: "internal" });
const solved = (text: string, scene?: Scene): With => ({ result: "solved", text, ...(scene && { scene }) });
const confirmed = (after = 180) => step("reporter", "confirm", after);

/** The lives of the sample cases, each of them legal by the same rules as everybody else's. */
export const stories: readonly Story[] = [
  {
    sample: 1,
    steps: [
      ...byGrid(),
      step("grid", "contact", 60, said("已和您通话，今晚八点到小广场现场劝导。")),
      step("grid", "progress", 240, noted("领队姓赵，愿意配合，担心换到北广场没有灯。")),
      step("grid", "feedback", 60, {
        result: "solved",
        text: "与舞队约定：晚九点前结束，音箱改用小功率并背向居民楼。网格每晚巡查一次，连续两周。",
      }),
      confirmed(1600),
    ],
  },
  {
    sample: 2,
    steps: [
      step("community", "accept", 30),
      step("community", "selfHandle", 5),
      step("community", "contact", 45, said("已电话联系，约定周四下午分别上门。")),
      step("community", "progress", 300, noted("楼上为两名租户，夜班下班晚，承认拖动桌椅。")),
      step("community", "feedback", 400, {
        result: "solved",
        text: "双方签了调解协议：十一点后不拖动家具，桌椅脚加装毛毡垫；房东同意换静音滑轮。",
      }),
      confirmed(900),
    ],
  },
  {
    sample: 3,
    steps: [
      ...byStation("ZFD"),
      step("station", "contact", 30, said("已联系，今晚安排夜查。")),
      step("station", "feedback", 180, {
        result: "solved",
        text: "夜查属实，工地未取得夜间施工证明，已责令停止夜间作业并立案。施工单位在门口补贴了公告。",
      }),
      step("system", "autoConfirm", 7 * 24 * 60 + 1),
    ],
  },
  {
    sample: 4,
    steps: [
      ...byStation("ZFD"),
      step("station", "contact", 50, said("已联系，上午到店。")),
      step("station", "feedback", 120, solved("店主已撤下门口音箱，承诺不再用喇叭招揽；三天后复查。")),
      confirmed(400),
    ],
  },
  {
    sample: 5,
    scenes: ["bin"],
    steps: [
      ...byGrid(),
      step("grid", "contact", 20, said("已联系，正在叫清运车。")),
      step("grid", "feedback", 90, solved("已清运并冲洗地面，清运频次由隔天改为每天一次。", "done")),
      confirmed(240),
      step("reporter", "dispute", 11 * 24 * 60, said("好了一个多星期，这两天又没人清，袋子堆到路上了。")),
      step("desk", "dispatch", 30, { unit: "HW" }),
      step("station", "sign", 20),
    ],
  },
  {
    sample: 6,
    scenes: ["litter"],
    steps: [
      ...byGrid(),
      step("grid", "contact", 40, said("已联系，正在查看昨晚监控。")),
      step("grid", "progress", 90, shown("监控看到一辆小货车，线索已转综合行政执法队。")),
      step(
        "grid",
        "feedback",
        300,
        solved("建筑垃圾和旧床垫已清走，绿地已补种；倾倒人已找到，另案处理。", "done"),
      ),
      confirmed(700),
    ],
  },
  {
    sample: 7,
    scenes: ["street"],
    steps: [
      ...byStation("ZFD"),
      step("station", "contact", 60, said("已联系，今天傍晚到场。")),
      step("station", "feedback", 200, {
        result: "partlySolved",
        text: "已劝离五个摊位，划出人行道净宽 2 米；疏导点设在望溪菜场北侧，正在办登记。",
        scene: "done",
      }),
      confirmed(1300),
    ],
  },
  {
    sample: 8,
    steps: [
      step("desk", "reject", 90, {
        reason: "repeated",
        text: "该处违建上月已立案查处，您的情况已并入原案卷，进展请看原办件。若有新的情况，可以再次上报。",
      }),
    ],
  },
  {
    sample: 9,
    scenes: ["wall"],
    steps: [
      ...byGrid(),
      step("grid", "contact", 30, said("已联系，下午带志愿者去清。")),
      step("grid", "feedback", 200, solved("枫林街十二根电线杆和两块站牌已清理，号码已报停机。", "done")),
      confirmed(300),
    ],
  },
  {
    sample: 10,
    scenes: ["street"],
    steps: [
      step("grid", "accept", 8),
      step("desk", "dispatch", 6, { unit: "SZ" }),
      step("station", "sign", 5),
      step("station", "contact", 10, said("已联系，抢修车二十分钟到，现场已先围挡。")),
      step("station", "feedback", 90, solved("井盖和井圈已更换，路面已抹平，可以正常通行。", "done")),
      confirmed(35),
    ],
  },
  {
    sample: 11,
    scenes: ["lamp"],
    steps: [
      ...byStation("SZ"),
      step("station", "contact", 40, said("已联系，今晚排查线路。")),
      step("station", "feedback", 420, solved("三盏灯的灯头已更换。")),
      step("reporter", "dispute", 4 * 24 * 60, said("只亮了三盏，从书店到地铁口还是黑的，昨晚又有人崴脚。")),
      step("desk", "dispatch", 45, { unit: "SZ" }),
      step("station", "sign", 30),
      step("station", "progress", 120, shown("查到是一段电缆受潮，已备料，需要开挖两米，明晚施工。")),
    ],
  },
  {
    sample: 12,
    scenes: ["water"],
    steps: [
      step("grid", "accept", 6),
      step("desk", "dispatch", 5, { unit: "SZ" }),
      step("station", "sign", 4),
      step("station", "contact", 9, said("已联系，水泵车在路上。")),
      step("station", "progress", 60, shown("两侧已封闭，正在抽排，绕行请走新桥北路。")),
      step("station", "feedback", 200, solved("积水抽干，雨水篦子清出三袋垃圾，加装了水位警示灯。", "done")),
      confirmed(90),
    ],
  },
  {
    sample: 13,
    steps: [
      ...byStation("PS", "community"),
      step("station", "contact", 25, said("已联系，吸污车下午到。")),
      step("station", "feedback", 240, solved("化粪池已抽运，堵塞的三米管道已疏通，地面已消杀。", "done")),
      confirmed(500),
    ],
  },
  {
    sample: 14,
    scenes: ["street"],
    steps: [
      ...byStation("CJ"),
      step("station", "contact", 200, said("已联系，并约了两家单车企业的运维。")),
      step("station", "progress", 600, shown("盲道两侧划了禁停区，企业承诺早晚高峰各清一次。")),
    ],
  },
  {
    sample: 15,
    scenes: ["street"],
    steps: [
      ...byGrid(),
      step("grid", "contact", 30, said("已联系，今晚和物业一起到场。")),
      step("grid", "progress", 200, noted("四辆车中三辆为本小区车主，已逐户上门。")),
      step("grid", "feedback", 120, solved("车辆已挪走，登高面重新划线，物业夜间巡查两次。", "done")),
      confirmed(600),
    ],
  },
  {
    sample: 16,
    scenes: ["street"],
    steps: [
      ...byStation("JJ"),
      step("station", "contact", 120, said("已联系，正在查这一段车位的批复。")),
      step(
        "station",
        "progress",
        700,
        shown("批复写的是工作日 7:30 到 19:00 专用，其余时间可停；标牌没写清楚，正在重做。"),
      ),
    ],
  },
  {
    sample: 17,
    scenes: ["street"],
    steps: [
      ...byStation("ZFD"),
      step("station", "contact", 90, said("已联系，正在找三个地锁的主人。")),
      step("station", "progress", 200, shown("两个地锁的主人已答应自行拆除，第三个贴了限期拆除通知。")),
    ],
  },
  {
    sample: 18,
    steps: [
      step("desk", "accept", 5),
      step("desk", "dispatch", 3, { unit: "SCS" }),
      step("station", "sign", 4),
      step("station", "contact", 8, said("已联系，电梯已停用，维保单位在现场。")),
      step("station", "feedback", 600, solved("更换门机变频器，试运行两小时无故障，检验合格后恢复使用。")),
      confirmed(800),
    ],
  },
  {
    sample: 19,
    scenes: ["wall"],
    steps: [
      step("desk", "accept", 10),
      step("desk", "dispatch", 5, { unit: "CJ" }),
      step("station", "sign", 6),
      step("station", "contact", 15, said("已联系，儿童活动区先封闭。")),
      step("station", "feedback", 500, {
        result: "partlySolved",
        text: "松动瓷砖已全部敲除，围挡未撤；整面外墙修缮要动用维修资金，社区下周召集业主商量。",
        scene: "done",
      }),
      confirmed(900),
    ],
  },
  {
    sample: 20,
    steps: [
      ...byStation("CJ", "community"),
      step("station", "contact", 200, said("已联系，约周五晚上在活动室见面。")),
      step("station", "feedback", 800, {
        result: "explained",
        text:
          "加装电梯按民法典第二百七十八条办：本单元专有部分面积和人数都要有三分之二以上参加，" +
          "参加者中面积和人数都要有四分之三以上同意。采光方案请设计单位做了日照分析，社区周五晚上当面解释。",
      }),
    ],
  },
  {
    sample: 21,
    scenes: ["cable"],
    steps: [
      step("grid", "accept", 20),
      step("grid", "askInfo", 15, said("请补充是公寓的哪一层哪一面、一般几点开始充电，方便夜间核查。")),
    ],
  },
  {
    sample: 22,
    steps: [
      step("grid", "accept", 4),
      step("desk", "dispatch", 3, { unit: "RQ" }),
      step("station", "sign", 3),
      step("station", "contact", 5, said("已联系，请先到楼下等候，抢修人员十分钟到。")),
      step(
        "station",
        "feedback",
        70,
        solved("四楼软管老化漏气，已关阀更换并复检合格，整栋楼通风后恢复供气。"),
      ),
    ],
  },
  { sample: 23, steps: [step("reporter", "withdraw", 60)] },
  {
    sample: 24,
    steps: [
      step("community", "accept", 20),
      step("community", "askInfo", 15, said("请补充工地的门牌、老板的称呼和欠薪的月份。")),
    ],
  },
  { sample: 25, steps: [step("grid", "accept", 50)] },
  {
    sample: 26,
    steps: [
      ...byStation("SCS"),
      step("station", "contact", 60, said("已联系，订单和照片已收到，今天到店检查。")),
    ],
  },
  { sample: 27, steps: [step("grid", "accept", 20), step("desk", "dispatch", 20, { unit: "PS" })] },
  {
    sample: 28,
    scenes: ["water"],
    steps: [step("grid", "accept", 30), step("desk", "dispatch", 40, { unit: "HB" })],
  },
];
