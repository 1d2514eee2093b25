const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text) {
  return String(text ?? '').replaceAll(/[&<>"]/gu, (character) => ESCAPES[character]);
}

/** A whole page around its main part. */
export function pageOf({ title, url, meta = [] }, main) {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${meta.map(([name, content]) => `<meta name="${escaped(name)}" content="${escaped(content)}">`).join('')}
<title>${escaped(title)} - 云泽市会议纪要演示站（虚构城市）</title>
<link rel="canonical" href="https://www.example.invalid${url}">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<a class="skip-link" href="#main">跳到正文</a>
<header class="site-header"><a class="site-name" href="/">云泽市会议纪要演示站（虚构城市）</a><nav><ul><li><a href="/minutes/">会议纪要</a></li><li><a href="/decisions/">议定事项</a></li><li><a href="/bureaus/">机构</a></li><li><a href="/search/">检索</a></li></ul></nav></header>
<main id="main">
${main}
</main>
<footer class="site-footer"><p>网络公开版与印发文本不一致的，以印发文本为准。</p></footer>
</body>
</html>
`;
}
