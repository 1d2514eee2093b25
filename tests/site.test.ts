import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEMO_PLACEHOLDER, parseSite } from '../src/site.ts';

const PUBLISH = `mode: publish
name: 虚构市人民政府
place: 虚构市
domain: www.xugou.gov.cn
code: '3200000001'
source: 虚构市人民政府办公室
column: {name: 常务会议纪要, description: 公开常务会议纪要, keywords: [会议纪要], type: 信息公开目录}
bureauColumn: {name: 按机构查看, description: 按机构列出, keywords: [单位], type: 机构职能}
sponsor: 虚构市人民政府办公室
contact: {phone: 0500-0000000, address: 虚构路1号, postcode: '000001'}
filings: {icp: 苏ICP备00000000号, police: 苏公网安备00000000000000号, conac: 'https://conac.example/', mistakes: 'https://mistakes.example/'}
`;

const faults = (yaml: string) =>
  parseSite(yaml, 'site.yaml').diagnostics.map(({ code, message, place }) => {
    expect(code).toBe('site/invalid');
    return `${place.kind === 'source' ? String(place.line) : '?'} ${message}`;
  });

describe('parseSite', () => {
  test('reads the site of this repository, a demo with fictitious identity', () => {
    const { site, diagnostics } = parseSite(readFileSync('content/site.yaml', 'utf8'), 'content/site.yaml');
    expect(diagnostics).toEqual([]);
    expect(site).toMatchObject({ mode: 'demo', code: '0000000000', domain: 'www.example.invalid' });
  });

  test('fills what a demo leaves out with a visible placeholder', () => {
    const { site, diagnostics } = parseSite('mode: demo\n', 'site.yaml');
    expect(diagnostics).toEqual([]);
    expect(site).toMatchObject({ name: DEMO_PLACEHOLDER, sponsor: DEMO_PLACEHOLDER, code: '0000000000' });
  });

  test('refuses a real-looking identity in demo mode (R1.4)', () => {
    expect(faults("mode: demo\ndomain: www.xugou.gov.cn\ncode: '3200000001'\n")).toEqual([
      '3 演示站点不能用像真的一样的“code”：“3200000001”',
      '2 演示站点不能用像真的一样的“domain”：“www.xugou.gov.cn”',
    ]);
  });

  test('accepts a complete site in publish mode and refuses it without any one mandatory value', () => {
    expect(faults(PUBLISH)).toEqual([]);
    expect(faults(PUBLISH.replace(/^sponsor: .*\n/mu, ''))).toEqual(['1 正式发布的站点缺少“主办单位”']);
    expect(faults(PUBLISH.replace(/, postcode: '000001'/u, ''))).toEqual(['1 正式发布的站点缺少“邮政编码”']);
    expect(faults('mode: publish\n')).toHaveLength(15);
  });

  test('refuses the demo identity in publish mode', () => {
    expect(faults(PUBLISH.replace('3200000001', '0000000000'))).toEqual(['5 正式发布的站点用了演示的“code”']);
  });

  test('points at a value of the wrong form, an unknown field and broken YAML', () => {
    expect(faults('mode: demo\ncode: 12\n')).toEqual(['2 站点配置“code”的值不合规定或没有填写']);
    expect(faults('mode: demo\nfilings:\n  ipc: 无\n')).toEqual(['3 站点配置里有不认识的字段“filings.ipc”']);
    expect(faults('mode: [\n')).toEqual([expect.stringMatching(/^2 站点配置不是正确的 YAML$/u)]);
    expect(faults('')).toEqual(['? 站点配置不是“字段: 值”的形式']);
    expect(faults('mode: test\n')).toEqual(['1 站点配置“mode”的值不合规定或没有填写']);
  });
});
