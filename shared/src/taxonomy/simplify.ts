import { foldWidth } from "../core/foldWidth.ts";

/**
 * Traditional characters and variants, with the simplified ones below in the same order. The table holds those whose
 * simplified form occurs in the words this platform looks for, and no others; it is no general converter.
 *
 * @see OpenCC (Apache-2.0), character dictionaries for Taiwan and Hong Kong
 */
const traditional =
  "丟並乾亂佔併來侷係俬個側偽備傢傳傷傾僞價償優兇兒內兩則剋創劃劇動務勞勢區協卻厠參員問喫單嗆噁噴嚮嚴囪圍園" +
  "圖團垻埰執報場塊塗塵墊墜墰墻壇壓壜壞壩夾奪妝姦學寀實寫寬寵將專尋導屆屍峯帶幫幹幾廁廚廠廢廣弔張強彈彔後從" +
  "復徵惡愛態懇應懸戶拋捱掃掛採揚換揮損搶摺撫擊擋擔擴擺擾攤攬敎敗斷於旂旣時暈暢暫曏曬書會東枱枴柺査桿條棄棊" +
  "業榦構槍樁樂樓標樣樹橋機橫檢檯櫃欄權殘殭殺毀毆氣汙決沒沖洩淩測渾湧準溝溼滅滲滿漲潔潰澆澇濃濕灑災為無煙熱" +
  "燈燒燙營燬爐爭爲爺牀牆牽獨現環產産異痠療癬發盜監眾睏碼磚礙禍禮稈種積穩窪竊箇範築簽籃籤粧糞糰糾紀約紅紙級" +
  "紛紮組結絡給統綁經綜綠綫維網綵緊緑線練緻縣縫繩繫繳纜罈罎羣義習翫翹聞聲職聽脩脫腦腳臟臨臺與舊舘菸葉著葯蒼" +
  "蓋蔘藥處虛號蟲蠅衆衕衛衝衞衹裏補裝裡製複褻襬見規視觸計討訓託訪設訴診註証詐詢話誇誌誤說説調談諉請論諮謝謹" +
  "證識譟譭議護變讚豬貓財貧貨販貴貸費貼資賠賣質賬賭購贊贍蹤車軟較輔輕輛輪轉辦辭農迴週進遊運過違適遷遺邊鄰醫" +
  "釣鉆銷鋪鋼錄錐錢錦錯録錶鍋鎖鎭鎮鐵鑽長門閃閉開閑閒間閘閤闆關陽隊階隨險隱隻雜雞離難電鞦韆響頂項預頓頭頻題" +
  "顏顔願顛類顧顯風颱飛飯飲飼飾養餘館馬騙驗驟髒體髮鬆鬥鬧魚鳴鴉鴨鷄麪麫麵麼麽黃點黴齣龍";
const simplified =
  "丢并干乱占并来局系私个侧伪备家传伤倾伪价偿优凶儿内两则克创划剧动务劳势区协却厕参员问吃单呛恶喷向严囱围园" +
  "图团坝采执报场块涂尘垫坠坛墙坛压坛坏坝夹夺妆奸学采实写宽宠将专寻导届尸峰带帮干几厕厨厂废广吊张强弹录后从" +
  "复征恶爱态恳应悬户抛挨扫挂采扬换挥损抢折抚击挡担扩摆扰摊揽教败断于旗既时晕畅暂向晒书会东台拐拐查杆条弃棋" +
  "业干构枪桩乐楼标样树桥机横检台柜栏权残僵杀毁殴气污决没冲泄凌测浑涌准沟湿灭渗满涨洁溃浇涝浓湿洒灾为无烟热" +
  "灯烧烫营毁炉争为爷床墙牵独现环产产异酸疗癣发盗监众困码砖碍祸礼秆种积稳洼窃个范筑签篮签妆粪团纠纪约红纸级" +
  "纷扎组结络给统绑经综绿线维网彩紧绿线练致县缝绳系缴缆坛坛群义习玩翘闻声职听修脱脑脚脏临台与旧馆烟叶着药苍" +
  "盖参药处虚号虫蝇众同卫冲卫只里补装里制复亵摆见规视触计讨训托访设诉诊注证诈询话夸志误说说调谈诿请论咨谢谨" +
  "证识噪毁议护变赞猪猫财贫货贩贵贷费贴资赔卖质账赌购赞赡踪车软较辅轻辆轮转办辞农回周进游运过违适迁遗边邻医" +
  "钓钻销铺钢录锥钱锦错录表锅锁镇镇铁钻长门闪闭开闲闲间闸合板关阳队阶随险隐只杂鸡离难电秋千响顶项预顿头频题" +
  "颜颜愿颠类顾显风台飞饭饮饲饰养余馆马骗验骤脏体发松斗闹鱼鸣鸦鸭鸡面面面么么黄点霉出龙";

const simpler = new Map([...traditional].map((each, at) => [each, [...simplified][at] ?? each]));
const anyTraditional = new RegExp(`[${traditional}]`, "g");

/**
 * Text in the form in which words are compared: half width, lower case, simplified, with 噪音 as 噪声 and 其它 as
 * 其他 (DOMAIN section 3.1). Every character stays one character, so positions hold in the original.
 */
export const simplify = (text: string): string =>
  foldWidth(text)
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(anyTraditional, (each) => simpler.get(each) ?? each)
    .replace(/噪音/g, "噪声")
    .replace(/其它/g, "其他");
