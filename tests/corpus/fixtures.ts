import { parseRegistry } from '../../src/corpus/registry.ts';
import type { Registry } from '../../src/corpus/model.ts';

/** A registry of a fictional city (虚构) with one bureau of every kind of difficulty. */
export const YAML = `place: { P: 云岭市, U: 远山市, elsewhere: [江川省, 临水市] }
bureaus:
  - { id: sw, kind: party, full: 中共$P委员会, short: 市委 }
  - { id: swb, kind: party, full: 中共$P委员会办公室, short: 市委办, aliases: [市委办公室] }
  - { id: szf, kind: gov, full: $P人民政府, short: 市政府 }
  - { id: zfb, kind: gov, full: $P人民政府办公室, short: 市政府办, aliases: [市政府办公室] }
  - { id: rsj, kind: gov, full: $P人力资源和社会保障局, short: 市人社局, bare: [人社局] }
  - id: yjj
    kind: gov
    full: $P应急管理局
    short: 市应急管理局
    aliases: [市应急局]
    bare: [应急管理局, 应急局]
    former: [{ full: $P安全生产监督管理局, short: 市安监局, until: 2019-03 }]
  - { id: scjgj, kind: gov, full: $P市场监督管理局, short: 市市场监管局, aliases: [市场监管局] }
  - { id: wtglj, kind: gov, full: $P文体广电和旅游局, short: 市文体广旅局 }
  - { id: hbj, kind: vertical, full: $U云岭生态环境局, short: 云岭生态环境局, bare: [生态环境局] }
  - { id: gaoxin, kind: zone, short: 高新区 }
  - { id: qingxi, kind: town, full: $P清溪镇人民政府, short: 清溪镇, since: 2003 }
  - { id: awh, kind: coord, full: $P安全生产委员会, short: 市安委会, aliases: [市安委办], office: yjj }
composites:
  - { text: 两办, bureaus: [swb, zfb] }
  - { text: 市委市政府, bureaus: [sw, szf] }
collectives: [各有关部门, 各地各部门]
`;

/** The registry of `YAML`. */
export function cityRegistry(): Registry {
  return parseRegistry(YAML, 'content/bureaus.yaml').registry;
}
