import type { NewCity } from './new-city.ts';

/**
 * `site.yaml` of a new city: a demo site, for nothing of it is checked yet. What a published site needs
 * stands behind comment marks, with the values that are known.
 */
export function starterSite({ place, name, domain }: NewCity): string {
  return `# 站点身份：页眉、页脚、网页标签（国办发〔2017〕47号）都从这里取值。
# mode: demo    演示：标识码、域名必须是明显虚构的，缺少的值在页面上显示“（演示占位）”
# mode: publish 正式发布：缺少任何必填值都不能生成站点。准备好了，把下面各行的“# ”去掉，填上真实的值，再改成 publish
mode: demo

# 网站规范名称（SiteName）、文件所属地方、信息来源（ContentSource）
name: ${JSON.stringify(name)}
place: ${place}
source: ${place}人民政府办公室

# 英文域名（SiteDomain）、网站标识码（SiteIDCode，10 位数字）
# domain: ${domain ?? 'www.example.gov.cn'}
# code: '0000000000'

# 栏目标签：会议纪要栏目与机构栏目
column:
  name: 政府常务会议纪要
  description: 公开${place}政府常务会议纪要，逐项列出审议的议题、议定的事项和落实的单位
  keywords: [政府常务会议, 会议纪要, 议定事项, 政府信息公开]
  type: 信息公开目录
bureauColumn:
  name: 按机构查看
  description: 按机构列出会议纪要中的汇报、责任、印发名义和列席情况
  keywords: [责任单位, 汇报单位, 列席单位, 会议纪要]
  type: 机构职能

# 信息公开目录各字段的默认值
catalogue:
  theme: 综合政务／政务公开
  genre: 纪要
  scope: 面向社会
  period: 常年公开
  validity: 有效

# 页脚：正式发布时都要填
# sponsor: ${place}人民政府办公室
# contact: { phone: 0000-00000000, address: 地址, postcode: '000000' }
# filings:
#   icp: ICP备案号
#   police: 公安机关备案号
#   conac: 党政机关标识的链接
#   mistakes: “我为政府网站找错”的链接

# 关于本站：每节一个标题和若干段落；不写就没有这一页
about:
  - heading: 原文与系统生成的内容
    paragraphs:
      - 纪要正文一字不改，与可下载的 Markdown 文件逐字相同。
      - 议题一览、要点、机构页面和检索条件由软件根据原文识别，页面上都注明“系统根据原文生成，以原文为准”，并可转到所依据的原句。
      - 没有识别出来的内容显示“—”，只表示原文中没有找到，不表示没有议定。
`;
}
