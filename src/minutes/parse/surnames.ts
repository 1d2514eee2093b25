/**
 * Surnames of one character (the common ones and those met in published lists) and of two. They
 * help to find where an organisation ends and a name begins; they never make a name by themselves.
 */
const SINGLE = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公付闫代覃揭初苑矫官战佟修由岳缑亢况郈有琴商牟佘伯赏墨哈谯笪年爱阳仝邸开同兰肇苟佴种丑闭鹿要豆寸门才丛苏卯訚呼剧铁隋户原郇相布来展丹达戢邝郄顿尉茆过亓生撒衣揣先帅税但仉粟植淡磨芦降尧蹇晋智凡单生辜介朴仁回庹台闾贠员次海敬冒岑旦木奎乃巨祈宾鄢佀郅潭皇蒿者及卡甯俱昂伟',
);
const DOUBLE = new Set([
  '欧阳',
  '太史',
  '端木',
  '上官',
  '司马',
  '东方',
  '独孤',
  '南宫',
  '万俟',
  '闻人',
  '夏侯',
  '诸葛',
  '尉迟',
  '公羊',
  '赫连',
  '澹台',
  '皇甫',
  '宗政',
  '濮阳',
  '公冶',
  '太叔',
  '申屠',
  '公孙',
  '慕容',
  '仲孙',
  '钟离',
  '长孙',
  '宇文',
  '司徒',
  '鲜于',
  '司空',
  '闾丘',
  '子车',
  '亓官',
  '司寇',
  '巫马',
  '公西',
  '颛孙',
  '壤驷',
  '公良',
  '漆雕',
  '乐正',
  '宰父',
  '谷梁',
  '拓跋',
  '夹谷',
  '轩辕',
  '令狐',
  '段干',
  '百里',
  '呼延',
  '东郭',
  '南门',
  '羊舌',
  '微生',
  '梁丘',
  '左丘',
  '东门',
  '西门',
  '南荣',
  '完颜',
  '纳兰',
]);

/** Whether a string can be a Chinese name by its form: 2–3 characters with a surname in front, 4 with a double one. */
export function isHanName(text: string): boolean {
  if (!/^[\u3400-\u9fff\uf900-\ufaff]{2,4}$/u.test(text)) return false;
  if (DOUBLE.has(text.slice(0, 2)) && text.length >= 3) return true;
  return text.length <= 3 && SINGLE.has(text.charAt(0));
}

/** Whether a string can be the name of a person of a minority: parts of characters joined by ·. */
export function isDottedName(text: string): boolean {
  return /^[\u3400-\u9fff]{1,8}(?:[·•・．.][\u3400-\u9fff]{1,8}){1,3}$/u.test(text);
}

/** Whether a string has the form of a person's name. */
export function isName(text: string): boolean {
  return isHanName(text) || isDottedName(text);
}

/** Whether it could be a name although the surname is not in the list: two or three characters. */
export function couldBeName(text: string): boolean {
  return isName(text) || /^[\u3400-\u9fff\uf900-\ufaff]{2,3}$/u.test(text);
}
