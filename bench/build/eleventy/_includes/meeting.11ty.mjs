import { escaped, pageOf } from './page.mjs';

export function render(data) {
  const { title, page, meta, content, newer, older } = data;
  return pageOf(
    { title, url: page.url, meta },
    `${data.items.length === 0 ? '' : contents(data.items)}
<table class="catalogue">${data.catalogue.map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('')}</table>
<article>
<h1>${escaped(title)}</h1>
<dl class="facts">${data.facts.map(pair).join('')}</dl>
<ul class="downloads">${data.downloads.map(([href, label]) => `<li><a href="${escaped(href)}">${escaped(label)}</a></li>`).join('')}</ul>
${data.items.length === 0 ? '' : glance(data.items)}
<div class="official">${content}</div>
</article>
<section class="cite"><h2>引用</h2><dl>${data.citations.map(pair).join('')}</dl></section>
<p class="print-address">网址：https://www.example.invalid${page.url}</p>
<nav class="pager">${neighbour(newer)}${neighbour(older)}</nav>`,
  );
}

function contents(items) {
  return `<nav class="contents"><ol>${items.map(({ anchor, heading }) => `<li><a href="#${anchor}">${escaped(heading)}</a></li>`).join('')}</ol></nav>`;
}

function glance(items) {
  const rows = items.map(
    ({ number, anchor, heading, reporters, outcomes, responsible }) =>
      `<tr><td>${escaped(number)}</td><td><a href="#${anchor}">${escaped(heading)}</a></td><td>${reporters.map(bureau).join(' ')}</td><td>${escaped(outcomes.join('、'))}</td><td>${responsible.map(bureau).join(' ')}</td></tr>`,
  );
  return `<table class="glance"><thead><tr><th>序号</th><th>议题</th><th>汇报</th><th>结果</th><th>责任</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function pair([name, value]) {
  return `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`;
}

function bureau([href, name]) {
  return `<a href="${escaped(href)}">${escaped(name)}</a>`;
}

function neighbour(page) {
  return page === undefined ? '' : `<a href="${page.url}">${escaped(page.data.title)}</a>`;
}
