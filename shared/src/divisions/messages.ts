import type { divisionErrors } from "./errors.ts";
import type { DivisionLevel } from "./model.ts";

type Complete = Record<`error.${keyof typeof divisionErrors}` | `division.level.${DivisionLevel}`, string>;

const zhComplete = {
  "error.division.not_found": "没有这个区划。",
  "error.division.outside": "这个位置不在服务范围内，请在地图上重新选择。",
  "division.level.province": "省",
  "division.level.city": "市",
  "division.level.county": "县（区）",
  "division.level.town": "镇（街道）",
  "division.level.community": "村（社区）",
  "division.level.grid": "网格",
} satisfies Complete;

export const zh = {
  ...zhComplete,
  "division.map": "网格地图",
  "division.mapHint": "点一下选中；用键盘时 Tab 进入地图，方向键移动，回车选中。列表里的内容相同",
  "division.pick": "选择网格",
  "division.picked": "已选：{name}",
  "division.locate": "用我现在的位置",
  "division.addressHint": "例如：望湖苑3栋2-501",
  "division.matches": "是下面哪一处？",
  "division.noAddress": "没有找到这个地址，可以在地图上选网格",
} as const;

export const en: Record<keyof typeof zh, string> = {
  "error.division.not_found": "There is no such division.",
  "error.division.outside": "This place is outside the area served. Please pick again on the map.",
  "division.level.province": "Province",
  "division.level.city": "City",
  "division.level.county": "County",
  "division.level.town": "Town",
  "division.level.community": "Community",
  "division.level.grid": "Grid",
  "division.map": "Map of the grids",
  "division.mapHint":
    "Tap a grid. With a keyboard: Tab to the map, arrow keys to move, Enter to choose. The list says the same",
  "division.pick": "Pick a grid",
  "division.picked": "Chosen: {name}",
  "division.locate": "Use where I am",
  "division.addressHint": "For example 望湖苑3栋2-501",
  "division.matches": "Which of these is it?",
  "division.noAddress": "This address was not found; pick the grid on the map instead",
};
