import { inText } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * P25 (通用语言文字法 9): traditional characters, as mirrors and tools for typing leave them. Only forms
 * that are in no name and no standard of today count. One finding per document, at the first.
 */
export const checkTraditionalCharacters: Rule = ({ minutes }) => {
  const found = [...minutes.text.matchAll(FORM)];
  const first = found[0];
  if (first === undefined) return [];
  const kinds = [...new Set(found.map(([character]) => character))].slice(0, MOST_SHOWN).join('、');
  return [
    {
      code: 'characters/traditional',
      message: `有 ${found.length} 个繁体字（${kinds}）`,
      hint: '对照原件改成规范字；人名、商号等确用繁体的，不用改',
      at: inText(first.index, first.index + 1),
    },
  ];
};

const MOST_SHOWN = 10;
/** Frequent traditional forms whose simplified form is another character. None is in GB 2312. */
export const TRADITIONAL =
  '會議審關開發國務報設業產經濟計劃實書記長縣鄉鎮區農機構員責監執項點強調貫徹學習總結優質創導體動幹確認證識對應環護態衛醫療養險財稅預決資債額貿訂單號碼數據網絡線電訊廣場館園綠樹華東車運輸鐵橋樓層樣標準則現規範圍繞邊際統籌協組織領幫貧興個為與從來這還進過時問題無兩嚴條頭顯類願風飛馬驗齊龍';
const FORM = new RegExp(`[${TRADITIONAL}]`, 'gu');
