import { maskPhone, normalisePhone } from "../accounts/phone.ts";
import { isRealDay } from "../core/checkDigits.ts";

/** What kind of personal information a piece of text is. */
export type PersonalKind =
  "idNumber" | "bankCard" | "phone" | "email" | "wechat" | "qq" | "plate" | "room" | "name";

/**
 * How one kind is recognised, in half-width text: `before` is what has to stand in front and stays, `body` is the
 * personal part. `mask` is asked with the body and all the text before it, and gives what is shown instead, or
 * null if this is not personal after all.
 */
export interface PersonalPattern {
  readonly kind: PersonalKind;
  readonly before: string;
  readonly body: string;
  readonly mask: (body: string, textBefore: string) => string | null;
}

const noDigit = "^|[^\\d]";
const digitsOf = (text: string) => text.replace(/\D/g, "");

/** @see ISO/IEC 7812-1, annex B: the Luhn check digit of card numbers */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The commonest surnames, enough for about nine people in ten, and the common double ones. */
const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔" +
  "谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤常温康施洪俞章傅阮柳倪祝";
const doubleSurnames = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐";

const startsDouble = new RegExp(`^(?:${doubleSurnames})`);

/** Words that begin like a name and are none. */
const notNames =
  /^(?:高度|方便|方面|金额|成员|平时|常常|常年|万一|安全|安排|时间|同意|程序|公开|水费|房屋|车位|付费|于是|何时|何处|任何|任意|向来|江边|石头|白天|夏天|龙头|毛坯|施工|温馨|康复|洪水|马上|马路|林木|田地|叶子|严重|许多|高空|高层|高兴|余下|钱款|史上|万元)/;

/** A room of an office is no home. */
const inOffice = /(?:中心|大厅|办事处|政府|委会|局|站|所|院|学校|大楼|馆|公司|办公室)(?:\d+[楼层])?$/;
const number = "[\\d一二三四五六七八九十零〇]";
/** A room number of three or four digits that counts nothing. */
const room = `${number}{3,4}(?:[室房户]|号房?)?(?!${number}|[年月日元块米平人个户次多])`;

/** 501户 is a home; 100户 and 12幢1000户 are numbers of homes. */
function maskRoom(body: string): string | null {
  const door = Number(body.slice(-3, -1));
  return body.endsWith("户") && !(door >= 1 && door <= 12) ? null : "**";
}

/** Every kind of personal information that text may give away, in the order in which they are looked for. */
export const personalPatterns: readonly PersonalPattern[] = [
  {
    // GB 11643: a wrong check digit is still somebody's number with a slip of the pen.
    kind: "idNumber",
    before: noDigit,
    body: "[1-9]\\d{5}[ -]?(?:18|19|20)\\d{6}[ -]?\\d{3}[\\dX](?!\\d)",
    mask: (body) => {
      const digits = body.replace(/[ -]/g, "");
      return isRealDay(digits.slice(6, 14))
        ? `${digits.slice(0, 3)}${"*".repeat(11)}${digits.slice(14)}`
        : null;
    },
  },
  {
    kind: "bankCard",
    before: noDigit,
    body: "[3-69]\\d{3}(?:[ -]?\\d{4}){3}(?:[ -]?\\d{1,3})?(?!\\d)",
    mask: (body) => {
      const digits = digitsOf(body);
      return passesLuhn(digits) ? `**** ${digits.slice(-4)}` : null;
    },
  },
  {
    kind: "phone",
    before: noDigit,
    body: "(?:(?:\\+|00)?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)",
    mask: (body) => {
      const phone = normalisePhone(body);
      return phone === null ? null : maskPhone(phone);
    },
  },
  {
    kind: "email",
    before: "",
    body: "[a-z\\d][\\w.%+-]{0,63}@[\\w-]+(?:\\.[\\w-]+)+",
    mask: () => "***@***",
  },
  {
    // A WeChat id has at least six letters, digits, _ and -, and begins with a letter (Tencent's rule).
    kind: "wechat",
    before: "(?:微信|薇信|v信|vx|wx|weixin|wechat)(?:账号|帐号|号码|号|id)?\\s*[:：是为]?\\s*",
    body: "[a-z][\\w-]{5,}",
    mask: () => "***",
  },
  {
    kind: "qq",
    before: "qq(?:号码|号)?\\s*[:：是为]?\\s*",
    body: "[1-9]\\d{4,10}(?!\\d)",
    mask: () => "***",
  },
  {
    // GA 36: province, office letter, five characters; six for new-energy vehicles; never I or O.
    kind: "plate",
    before: "",
    body:
      "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•. -]?" +
      "(?:[A-HJ-NP-Z\\d]{4}[A-HJ-NP-Z\\d学警挂港澳领]|\\d{5}[A-HJK]|[A-HJK][A-HJ-NP-Z\\d]\\d{4})(?![A-Z\\d])",
    mask: (body) => (/\d/.test(body) ? `${body.slice(0, 2)}****` : null),
  },
  {
    // The building may be known, the home in it not: 3幢2单元501室, 3栋2-501, 三号楼五零一.
    kind: "room",
    before: `(?:${number}+|[A-Z])(?:号楼|[幢栋座]|#楼?)\\s*`,
    body: `(?:${number}{1,3}(?:单元|[ -])\\s*)?(?:${number}{1,2}[楼层])?${room}`,
    mask: maskRoom,
  },
  { kind: "room", before: `${number}{1,2}单元\\s*(?:${number}{1,2}[楼层])?`, body: room, mask: maskRoom },
  {
    // 青湖路18-3-2-501: what follows the building goes.
    kind: "room",
    before: "[\\u4e00-\\u9fff](?:\\d{1,4}-)?\\d{1,3}-",
    body: "\\d{1,2}-\\d{3,4}(?:[室房]|号房?)?(?![\\d-])",
    mask: () => "**",
  },
  { kind: "room", before: "住在?", body: "\\d{1,3}-\\d{3,4}(?:[室房])?(?![\\d-])", mask: () => "**" },
  {
    kind: "room",
    before: "^|[^\\d一二三四五六七八九十零〇-]",
    body: `${number}{3,4}室(?!内?温)`,
    mask: (_, textBefore) => (inOffice.test(textBefore) ? null : "**"),
  },
  {
    kind: "name",
    before: "(?:姓名|联系人|当事人)\\s*[:：是为]?\\s*|我叫|本人|业主",
    body:
      `(?:(?:${doubleSurnames})[\\u4e00-\\u9fff]{1,2}?|[${surnames}][\\u4e00-\\u9fff]{1,2}?)` +
      "(?=$|[^\\u4e00-\\u9fff]|电话|手机|身份证|住|先生|女士|反映|投诉|来电|称|表示|说|今年)",
    mask: (body) => (notNames.test(body) ? null : body.slice(0, startsDouble.test(body) ? 2 : 1) + "**"),
  },
];
