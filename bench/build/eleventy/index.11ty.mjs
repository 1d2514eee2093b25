import { pageOf } from './_includes/page.mjs';

export const data = { permalink: '/index.html' };

export function render({ collections }) {
  const years = collections.years.map(
    ({ key, pages }) => `<li><a href="/minutes/${key}/">${key}年（${pages.length}）</a></li>`,
  );
  return pageOf({ title: '首页', url: '/' }, `<h1>首页</h1>\n<ul>${years.join('')}</ul>`);
}
