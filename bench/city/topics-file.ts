export const TOPICS_FILE_NAME = 'topics.yaml';

/** `topics.yaml` of the fictional city: words that its meetings come back to. */
export const TOPICS_FILE = `# 虚构城市的主题
- id: waste
  name: 垃圾分类
  words: [垃圾分类, 生活垃圾, 厨余垃圾]
  about: 生活垃圾、厨余垃圾的分类、收运和处置
- id: safety
  name: 安全生产
  words: [安全生产, 安全隐患, 消防安全]
- id: water
  name: 水环境
  words: [水环境, 污水, 河道, 黑臭水体]
- id: education
  name: 教育
  words: [教师队伍, 义务教育, 校舍, 学位供给]
- id: housing
  name: 住房和老旧小区
  words: [老旧小区, 保障性住房, 危旧房]
- id: talent
  name: 人才
  words: [人才引进, 引才, 人才公寓]
- id: digital
  name: 数字化
  words: [数据共享, 政务云, 数字城管, 一网通办]
- id: farming
  name: 农业农村
  words: [高标准农田, 农村人居环境, 乡村振兴]
`;
