import { PLACE, words } from './characters.ts';
import type { Random } from './random.ts';
import { namesRealPlace } from './real-place.ts';

/** The fictional city; nothing of that name exists. */
export const CITY = '云泽市';
/** The city above it, fictional too. */
export const UPPER_CITY = '澜江市';

const TRADES = words(`
  精密科技 智能装备 新材料 生物医药 电子信息 新能源 汽车零部件 食品 纺织 物流 环保工程 建设工程 供应链管理 信息技术 半导体 医疗器械
  机械制造 包装材料 农业发展 文化旅游 数字科技 光电 化工 检测技术 轨道交通设备 家居 冷链 软件 航空部件 节能设备 置业 商贸
`);
const PROJECTS_OF_BUILDING = words(
  `小学 中学 幼儿园 卫生院 敬老院 文化站 农贸市场 停车场 污水处理站 变电站 消防站 公交首末站 体育公园`,
);

/** A name of two characters such as 青芦, for villages, roads, schools and firms. */
function stem(random: Random): string {
  for (;;) {
    const name = random.pick(PLACE.first) + random.pick(PLACE.second);
    if (!namesRealPlace(name)) return name;
  }
}

export function inventRoad(random: Random): string {
  return (
    stem(random) +
    random.weigh([
      ['路', 70],
      ['大道', 12],
      ['街', 12],
      ['巷', 6],
    ])
  );
}

export function inventVillage(random: Random): string {
  return `${stem(random)}村`;
}

export function inventNeighbourhood(random: Random): string {
  return stem(random) + random.pick(['社区', '新村', '花园', '小区', '苑', '里', '家园']);
}

export function inventRiver(random: Random): string {
  return stem(random) + random.pick(['河', '塘', '浜', '泾', '港', '溪']);
}

export function inventFacility(random: Random): string {
  return stem(random) + random.pick(PROJECTS_OF_BUILDING);
}

/** A firm: 云泽青芦智能装备有限公司. */
export function inventFirm(random: Random): string {
  return `云泽${stem(random)}${random.pick(TRADES)}有限公司`;
}
