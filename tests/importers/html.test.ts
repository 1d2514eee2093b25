import { describe, expect, test } from 'vitest';
import { importBytes } from '../../src/importers/import.ts';
import { readHtml } from '../../src/importers/readers/html.ts';

/** A page of a fictional government (虚构) with all the furniture such pages have. */
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>市政府第21次常务会议纪要_云川市人民政府</title>
<style>.a{color:red}</style><script>var 会议 = "脚本里的文字，不是正文。";</script></head><body>
<div class="header"><div class="nav"><a href="/">首页</a><a>政务公开</a></div></div>
<div class="crumbs">您现在的位置：首页 &gt; 政务公开 &gt; 会议</div>
<div id="wrap"><div class="main">
<h1>市政府第21次常务会议纪要</h1>
<table><tr><td>索引号：</td><td>0123-456</td></tr><tr><td>发布机构：</td><td>政府办</td></tr></table>
<div class="share">分享到：<a>微信</a></div>
<div id="zoom" class="TRS_Editor">
<p style="text-align:center">云川市人民政府<br>常务会议纪要</p>
<p>　　2031年3月4日上午，林远山市长主持召开市政府第21次常务会议，
审议《云川市河道管护办法》，本纪要为虚构。现纪要如下：</p>
<p><strong>一、审议《云川市河道管护办法》</strong></p>
<p>　　会议原则通过该《办法》。&nbsp;会后由市水务局修改完善，以市政府名义印发。</p>
<p style="display:none">隐藏的文字，不应导入，也不是正文的一部分。</p>
<p>　　出席：林远山、周小舟。</p>
<table><tr><td>市水务局</td><td>孙立</td></tr><tr><td><p>市财政局</p></td><td><p>李四</p></td></tr></table>
<p>附件下载：</p><p>【打印本页】 【关闭窗口】</p>
</div></div><div class="related"><a>另一次会议，审议了另一个办法，并作了部署。</a></div></div>
<div class="footer">主办：云川市人民政府办公室　备案号：00000000</div></body></html>`;

const read = (html: string): readonly string[] =>
  readHtml(html, 'UTF-8').blocks.map(({ text }) => text.trim());

describe('readHtml', () => {
  test('finds the text of the page and leaves its furniture out', () => {
    expect(read(PAGE)).toEqual([
      '云川市人民政府',
      '常务会议纪要',
      '2031年3月4日上午，林远山市长主持召开市政府第21次常务会议，审议《云川市河道管护办法》，本纪要为虚构。现纪要如下：',
      '一、审议《云川市河道管护办法》',
      '会议原则通过该《办法》。\u00a0会后由市水务局修改完善，以市政府名义印发。',
      '出席：林远山、周小舟。',
      '市水务局 孙立',
      '市财政局  李四',
    ]);
  });

  test('names the lines next to the text that it left out, and the title of the page', () => {
    const { notes } = readHtml(PAGE, 'UTF-8');
    expect(notes.map(({ excerpt }) => excerpt)).toEqual([
      '市政府第21次常务会议纪要',
      '附件下载：',
      '【打印本页】 【关闭窗口】',
    ]);
  });

  test('imports as one would read it', async () => {
    const { markdown, id } = await importBytes(new TextEncoder().encode(PAGE), '页面.html');
    expect(id).toBe('2031/cwh-021');
    expect(markdown).toContain('# 云川市人民政府 常务会议纪要\n\n2031年3月4日上午，');
    expect(markdown).toContain(
      '\n\n## 一、审议《云川市河道管护办法》\n\n会议原则通过该《办法》。会后由市水务局',
    );
    expect(markdown).toContain('\n\n市水务局 孙立\n\n市财政局  李四\n');
  });

  test('takes the element round the text where that holds the attendance', () => {
    const text = '会议听取了市水务局关于河道管护工作情况的汇报，要求各镇加强管护。'.repeat(5);
    const page = `<div><div class="a"><p>${text}</p></div><div class="b"><p>出席：林远山。</p></div></div>`;
    expect(read(page)).toEqual([text, '出席：林远山。']);
  });

  test('tells the clerk of sentences outside the text', () => {
    const text = '会议听取了市水务局关于河道管护工作情况的汇报，要求各镇加强管护。'.repeat(9);
    const page = `<div><div class="a"><p>${text}</p></div><div class="b"><p>本页面的文字以纸质文件为准，特此说明。</p></div></div>`;
    expect(readHtml(page, 'UTF-8').notes).toMatchObject([
      { excerpt: '本页面的文字以纸质文件为准，特此说明。', doubt: true },
    ]);
  });

  test('reads a text of lines ended by <br> line by line', () => {
    expect(
      read(
        '<div>一<br>会议听取了市水务局的汇报，要求加强管护。<br/>二<br>会议审议了《办法》，原则同意。</div>',
      ),
    ).toEqual(['一', '会议听取了市水务局的汇报，要求加强管护。', '二', '会议审议了《办法》，原则同意。']);
  });

  test('reads preformatted text line by line', () => {
    expect(read('<pre>第8号\n会议听取了市水务局的汇报，要求加强管护。</pre>')).toEqual([
      '第8号',
      '会议听取了市水务局的汇报，要求加强管护。',
    ]);
  });

  test('keeps a page whose whole text stands in an element with a furniture name', () => {
    expect(read('<div class="side"><p>会议听取了市水务局的汇报，要求加强管护。</p></div>')).toEqual([
      '会议听取了市水务局的汇报，要求加强管护。',
    ]);
  });

  test('takes a mark of the text for text, not for markup', () => {
    expect(read('<p>会议审议了 &lt;办法&gt; 和 A&amp;B，原则同意，要求落实。</p>')).toEqual([
      '会议审议了 <办法> 和 A&B，原则同意，要求落实。',
    ]);
  });

  test('refuses a page without text', () => {
    expect(() => readHtml('<html><body><script>1</script><nav>首页</nav></body></html>', 'UTF-8')).toThrow(
      '网页里没有找到正文',
    );
  });
});
