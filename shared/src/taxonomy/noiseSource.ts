/** The answers to the one question a noise report is asked (field `noiseSource` of the taxonomy). */
export const noiseSources = [
  "广场舞/音响",
  "宠物",
  "乐器/家电",
  "室内装修",
  "商铺喇叭",
  "空调外机/冷却塔",
  "施工机械",
  "夜间施工",
  "交通",
  "其他",
] as const;

/** One of the answers. */
export type NoiseSource = (typeof noiseSources)[number];

/**
 * The event type of a noise by its source. What people do at home or in public places is neighbourhood noise
 * (噪声污染防治法 articles 59, 64, 65), renovation has times of its own (66), shops (63), building sites (39, 43) and
 * traffic (44) theirs, and a chiller or air conditioner outside is equipment (68), whoever runs it. A source nobody
 * can name stays neighbourhood noise, where the community begins by talking to people (70).
 */
const typeBySource = {
  "广场舞/音响": "020100",
  "宠物": "020100",
  "乐器/家电": "020100",
  "室内装修": "020200",
  "商铺喇叭": "020300",
  "空调外机/冷却塔": "020700",
  "施工机械": "020400",
  "夜间施工": "020400",
  "交通": "020600",
  "其他": "020100",
} as const satisfies Record<NoiseSource, string>;

/** The event type that a noise from this source belongs to. */
export const answerNoiseSource = (source: NoiseSource): string => typeBySource[source];
