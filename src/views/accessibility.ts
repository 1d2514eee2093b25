import type { Corpus } from '../corpus/model.ts';
import type { AboutSection, Site } from '../site.ts';
import { accessibilityUrl } from '../urls.ts';
import { frameOf, type FrameView } from './frame.ts';

/** 无障碍声明 (R4.5): what the pages do for every reader, what they can't, and whom to tell. */
export interface AccessibilityView {
  readonly frame: FrameView;
  readonly heading: string;
  readonly sections: readonly AboutSection[];
}

/** What holds of every site that this program builds. */
const SECTIONS: readonly AboutSection[] = [
  {
    heading: '目标',
    paragraphs: [
      '本站按照《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668—2019）二级和 WCAG 2.2 AA 级制作，每次改版都用自动检查和真实浏览器逐页核对。',
    ],
  },
  {
    heading: '长者版',
    paragraphs: [
      '每页右上角都有“长者版”：正文不小于 24 像素，可以再放大；可点的地方不小于 60 像素；一栏到底；可以选白底黑字、黑底白字、黑底黄字。网址不变，换页以后仍然有效，随时可以退出。',
      '在网址后面加上“?view=elder”，发给家人，打开就是长者版。选择只保存在您自己的浏览器里，不会上传。',
    ],
  },
  {
    heading: '朗读',
    paragraphs: [
      '浏览器装有中文语音时，纪要页面上有“朗读”：逐句读出，读到的那一句有底色，可以暂停和停止。语音由您的设备合成，正文不会传到别处。',
    ],
  },
  {
    heading: '繁体显示',
    paragraphs: ['每页右上角的“繁體”把页面换成繁体字显示。复制、打印和下载的仍是简体原文。'],
  },
  {
    heading: '键盘',
    paragraphs: [
      '全部内容和功能都能用键盘操作：Tab 键依次移动，回车键打开，第一下是“跳到正文”；按“/”键到检索框。焦点所在的地方有明显的框线。',
    ],
  },
  {
    heading: '不用脚本、放大和打印',
    paragraphs: [
      '除检索、朗读、繁体显示和长者版外，阅读不需要 JavaScript。页面放大到 200%、窗口窄到 320 像素，都不丢内容，也不用左右移动。打印出来是公文格式，折叠的名单会展开。',
    ],
  },
  {
    heading: '已知的不足',
    paragraphs: [
      '检索、朗读、繁体显示和长者版需要 JavaScript；有的手机浏览器没有中文语音，因此不显示“朗读”。扫描件形成的纪要如果没有文字，会先转成文字再公开，不以图片代替正文。',
    ],
  },
];

/** The view of `/accessibility/`. */
export function accessibilityView(corpus: Corpus, site: Site): AccessibilityView {
  const { phone, address } = site.contact;
  return {
    frame: frameOf(site, corpus, { name: '无障碍声明', url: accessibilityUrl() }),
    heading: '无障碍声明',
    sections: [
      ...SECTIONS,
      {
        heading: '遇到困难时',
        paragraphs: [`请告诉我们是哪一页、遇到什么困难。电话：${phone}；地址：${address}。`],
      },
    ],
  };
}
