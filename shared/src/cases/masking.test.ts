import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPersonal, maskPersonal, maskPhone } from "./masking.ts";

describe("what is personal is masked", () => {
  test.each([
    ["电话13800001234。", "电话138****1234。"],
    ["联系 138 0000 1234 或 139-0000-5678", "联系 138****1234 或 139****5678"],
    ["１３８００００１２３４", "138****1234"],
    ["+8613800001234", "138****1234"],
    ["13800001234,13900005678", "138****1234,139****5678"],
    ["身份证990102199003070011", "身份证990***********0011"],
    ["身份证 990102 19900307 0011", "身份证 990***********0011"],
    ["11010519491231002x", "110***********002x"],
    ["写错一位的990102199003070019", "写错一位的990***********0019"],
    ["卡号 6222 0200 0000 0000 109", "卡号 **** 0109"],
    ["卡号 4111 1111 1111 1111", "卡号 **** 1111"],
    ["退到4111111111111111吧", "退到**** 1111吧"],
    ["发到 wang.fang@example.com 谢谢", "发到 ***@*** 谢谢"],
    ["加微信 wang_fang88 聊", "加微信 *** 聊"],
    ["微信号：fang-2000", "微信号：***"],
    ["VX: abc123456", "VX: ***"],
    ["QQ 12345678", "QQ ***"],
    ["车牌云A·D1234占道", "车牌云A****占道"],
    ["浙A12345停在通道", "浙A****停在通道"],
    ["浙AD12345", "浙A****"],
    ["浙A·F12345", "浙A****"],
    ["沪a12345", "沪a****"],
    ["浙A1234学", "浙A****"],
  ])("%s → %s", (text, shown) => {
    expect(maskPersonal(text)).toBe(shown);
  });
});

describe("the home is masked, the building stays", () => {
  test.each([
    ["望湖苑3幢2单元501室漏水", "望湖苑3幢**漏水"],
    ["望湖苑3栋2-501", "望湖苑3栋**"],
    ["青湖路18号3号楼2单元501", "青湖路18号3号楼**"],
    ["青湖路18-3-2-501", "青湖路18-3-**"],
    ["望湖苑3-2-501半夜拖椅子", "望湖苑3-**半夜拖椅子"],
    ["三幢二单元五零一室", "三幢**"],
    ["３幢２单元５０１室", "３幢**"],
    ["3幢501户", "3幢**"],
    ["3#1201", "3#**"],
    ["B座5楼502", "B座**"],
    ["2单元501室", "2单元**"],
    ["我住2-501", "我住**"],
    ["楼上602室", "楼上**"],
  ])("%s → %s", (text, shown) => {
    expect(maskPersonal(text)).toBe(shown);
  });
});

describe("names are masked where a name is certain", () => {
  test.each([
    ["姓名：王芳，电话见附件", "姓名：王**，电话见附件"],
    ["我叫李小明，住隔壁", "我叫李**，住隔壁"],
    ["我叫欧阳明月。", "我叫欧阳**。"],
    ["业主张三反映楼道堆物", "业主张**反映楼道堆物"],
    ["业主王先生来电", "业主王**来电"],
    ["联系人 陈刚", "联系人 陈**"],
    ["本人赵敏，身份证丢失", "本人赵**，身份证丢失"],
  ])("%s → %s", (text, shown) => {
    expect(maskPersonal(text)).toBe(shown);
  });
});

describe("what is not personal stays", () => {
  test.each([
    ["请拨12345或96345，急事拨110、119、120"],
    ["街道办电话 0571-88888888，客服 400-820-8820"],
    ["一共四万二，每人2000到6000元不等，合计42000元"],
    ["2026-03-09 22:07，截止2026年3月16日"],
    ["类型020100，案号SJ20260309000011（SJ 20260309 00001 1）"],
    ["网格990102001001003，区划990102001001"],
    ["地址编码9901020010010018000030205019，代码91350100M000100Y43"],
    ["青湖路18号望湖苑3幢2单元电梯困人"],
    ["5幢顶楼加盖，2幢楼下垃圾桶满"],
    ["12幢1000户居民，3幢100户没水"],
    ["3幢2024年就漏水，2单元300人联名"],
    ["请到社区服务中心201室或大厅3楼301室办理"],
    ["自习室、活动室、301教室都满了"],
    ["业主大会，业主委员会和业主代表，业主方便时再来，业主高度称赞"],
    ["我叫了三次，本人同意，业主安全，业主同意"],
    ["微信小程序打不开，微信群里说，微信支付"],
    ["订单号20260309123456789012，快递1234567890123456"],
    ["青A栋和新B座之间，5G信号差"],
    ["车牌看不清，云A开头"],
    ["水深30厘米，@物业 快来"],
    [""],
  ])("%s", (text) => {
    expect(findPersonal(text)).toEqual([]);
    expect(maskPersonal(text)).toBe(text);
  });
});

test("the warning names each kind with its place, in the order of the text", () => {
  const text = "我叫王芳，住3幢2单元501室，手机13800001234，车浙A12345";
  const found = findPersonal(text);
  expect(found.map(({ kind }) => kind)).toEqual(["name", "room", "phone", "plate"]);
  for (const { text: piece, at } of found) expect(text.slice(at, at + piece.length)).toBe(piece);
});

test("a phone number is shown with its middle hidden", () => {
  expect(maskPhone("13800001234")).toBe("138****1234");
});

test("no piece of personal information is left, whatever stands around it", () => {
  const pieces = [
    "13800001234",
    "990102199003070011",
    "3幢2单元501室",
    "浙A12345",
    "a@b.cn",
    "我叫王芳",
    "微信abc_12345",
  ];
  const secrets = ["13800001234", "990102199003070011", "501", "12345", "a@b.cn", "王芳", "abc_12345"];
  const between = fc.string({
    unit: fc.constantFrom("，", " ", "。", "\n", "；", "："),
    minLength: 1,
    maxLength: 3,
  });
  const words = fc.string({ unit: fc.constantFrom("在", "这", "里", "了", "请", "速"), maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...pieces), between, words), { maxLength: 6 }), (parts) => {
      const masked = maskPersonal(parts.flat().join(""));
      for (const secret of secrets) expect(masked).not.toContain(secret);
    }),
  );
});
