/** `site.yaml` of the fictional city: a demo site that says so on every page. */
export const SITE_FILE = `# 虚构城市的演示站点：云泽市并不存在，全部纪要由程序生成
mode: demo
name: 云泽市会议纪要演示站（虚构城市）
place: 云泽市
domain: www.example.invalid
code: '0000000000'
source: 程序生成的虚构纪要（演示）
about:
  - heading: 虚构城市，仅供演示
    paragraphs:
      - 云泽市是虚构的城市，本站的纪要、机构、人名、地名和数字都由程序生成，不涉及任何真实的机关、单位和个人。
      - 本站用来演示纪要公开软件，测量它在大量文件下的速度，不是政府网站。
`;
