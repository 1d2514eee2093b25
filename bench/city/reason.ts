import { words } from './characters.ts';
import { fill } from './grammar.ts';
import type { Matter } from './matter.ts';
import { PHRASES } from './phrases.ts';
import { SENTENCES } from './sentences.ts';
import { pickFresh } from './scene.ts';

const PROJECT_FACTS = words(`
  该项目位于{road}以东、{road}以南，用地面积约{6.5-186.5}亩，总投资约{0.2-9.8}亿元，建设工期{6-36}个月。
  该项目起于{road}，止于{road}，全长约{0.8-12.6}公里，估算投资{1200-98000}万元，计划{deadline}开工。
  该项目涉及{town}{village}、{village}等{3-18}个村（社区），概算投资{600-18600}万元。
  该事项涉及资金{80-9600}万元，已经相关部门会审。
`);

/** Why the matter is before the meeting and what it is in particular; often nothing. */
export function writeReason(matter: Matter): string {
  const importance = writeImportance(matter);
  return importance + writeDetail(matter);
}

function writeDetail({ kind, scene }: Matter): string {
  if (kind === 'convey' || !scene.random.chance(0.45)) return '';
  return fill(scene, pickFresh(scene, SENTENCES[kind]));
}

function writeImportance({ kind, scene }: Matter): string {
  const { random } = scene;
  if (kind === 'request' && random.chance(0.6)) return fill(scene, random.pick(PROJECT_FACTS));
  if (!random.chance(kind === 'plan' ? 0.45 : 0.65)) return '';
  return `${random.pick(PHRASES.kind)}，${fill(scene, pickFresh(scene, SENTENCES.significance))}`;
}
