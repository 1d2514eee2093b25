import type { PaperPart, PaperView } from '../views/paper.ts';
import { assembleFace, type Face, type Source } from './face.ts';
import type { FontPackages, PackagedFont } from './font-packages.ts';

/** What type is used for (GB/T 9704 7.3.3, 10.3): text, headings and labels, page numbers, the mark. */
export type FaceRole = 'fangsong' | 'hei' | 'song' | 'biaosong';

const SERIF: PackagedFont = { name: '@fontsource/noto-serif-sc', weight: 400 };
const HEAVY_SERIF: PackagedFont = { name: '@fontsource/noto-serif-sc', weight: 900 };
const SANS: PackagedFont = { name: '@fontsource/noto-sans-sc', weight: 400 };
const BRUSH: PackagedFont = { name: '@fontsource/lxgw-wenkai', weight: 300 };

/** The packages that the type comes from. */
export const FONT_PACKAGES: readonly string[] = [...new Set([SERIF, SANS, BRUSH].map(({ name }) => name))];

/** Marks that a Chinese text prints one character wide, which the brush font has narrow. */
const WIDE_MARKS = new Set('“”‘’—…·');

interface RoleFonts {
  /** What the type is called in the documents. */
  readonly family: string;
  readonly weight: number;
  /** The first that has a character gives it. */
  readonly fonts: readonly PackagedFont[];
  /** The same for the wide marks, where it differs. */
  readonly marks?: PackagedFont;
  /** The names under which staff's own fonts of this kind are known. */
  readonly own: readonly string[];
}

const ROLES: Readonly<Record<FaceRole, RoleFonts>> = {
  fangsong: {
    family: 'Jiyao Fangsong',
    weight: 400,
    fonts: [BRUSH, SERIF],
    marks: SERIF,
    own: [
      'FangSong_GB2312',
      '仿宋_GB2312',
      'FZFangSong-Z02',
      '方正仿宋_GBK',
      'FangSong',
      '仿宋',
      'STFangsong',
      'FandolFang R',
      'Zhuque Fangsong (technical preview)',
    ],
  },
  hei: {
    family: 'Jiyao Hei',
    weight: 400,
    fonts: [SANS, SERIF, BRUSH],
    own: ['SimHei', '黑体', 'FZHei-B01', '方正黑体_GBK', 'STHeiti', 'Heiti SC', 'FandolHei'],
  },
  song: {
    family: 'Jiyao Song',
    weight: 400,
    fonts: [SERIF],
    own: ['SimSun', '宋体', 'Songti SC', 'FandolSong'],
  },
  biaosong: {
    family: 'Jiyao Biaosong',
    weight: 900,
    fonts: [HEAVY_SERIF, SERIF, BRUSH],
    own: ['FZXiaoBiaoSong-B05', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', '方正小标宋简体'],
  },
};

const FACE_ROLES: readonly FaceRole[] = ['fangsong', 'hei', 'song', 'biaosong'];

/** The type of one document. */
export interface DocumentFaces {
  readonly fonts: readonly Buffer[];
  /** For each role the names to try, staff's own first, ours last. */
  readonly families: Readonly<Record<FaceRole, readonly string[]>>;
  /** Characters of which no font has a glyph. */
  readonly missing: readonly string[];
}

/**
 * The type that a document needs, with exactly its characters.
 *
 * @param hasOwn whether staff's own fonts have a character, so that ours need not
 */
export function facesOf(
  view: PaperView,
  packages: FontPackages,
  hasOwn: (character: string) => boolean,
): DocumentFaces {
  const used = charactersOf(view);
  const faces = FACE_ROLES.map((role) => faceOf(ROLES[role], used[role], packages));
  return {
    fonts: faces.map(({ font }) => font),
    families: {
      fangsong: familiesOf('fangsong'),
      hei: familiesOf('hei'),
      song: familiesOf('song'),
      biaosong: familiesOf('biaosong'),
    },
    missing: [...new Set(faces.flatMap(({ missing }) => missing))].filter((each) => !hasOwn(each)),
  };
}

function familiesOf(role: FaceRole): readonly string[] {
  return [...ROLES[role].own, ROLES[role].family];
}

function faceOf({ family, weight, fonts, marks }: RoleFonts, text: string, packages: FontPackages): Face {
  const characters = new Set(text);
  const wide = new Set([...characters].filter((character) => WIDE_MARKS.has(character)));
  // A font of which nothing is needed still gives the measures and the box.
  const all = new Set([...characters, '一']);
  const sources = fonts.flatMap((font) =>
    packages.read(font, all).map((outlines): Source => ({
      outlines,
      gives: (character) => marks === undefined || font === marks || !WIDE_MARKS.has(character),
    })),
  );
  const wideSources = marks === undefined || wide.size === 0 ? [] : packages.read(marks, wide);
  return assembleFace(family, weight, characters, [
    ...sources,
    ...wideSources.map((outlines) => ({ outlines, gives: (character: string) => wide.has(character) })),
  ]);
}

/** What is set in which type; as in `template.typ`. */
function charactersOf({ head, body, record, notice }: PaperView): Readonly<Record<FaceRole, string>> {
  const parts = [...head, ...body];
  const ofKind = (kind: PaperPart['kind']): readonly string[] =>
    parts.filter((part) => part.kind === kind).map(textOf);
  const labels = parts.flatMap((part) => (part.kind === 'roll' ? [part.label] : []));
  const lines = record.map((line) =>
    line.kind === 'list' ? line.label + line.text : line.left + line.right,
  );
  return {
    biaosong: ofKind('mark').join(''),
    hei: [...ofKind('heading'), ...labels, notice ?? ''].join(''),
    fangsong: [
      ...parts.filter(({ kind }) => kind !== 'mark' && kind !== 'heading').map(textOf),
      ...lines,
    ].join(''),
    song: '— 0123456789',
  };
}

function textOf(part: PaperPart): string {
  if (part.kind === 'mark' || part.kind === 'signature') return part.lines.join('');
  if (part.kind === 'imprint') return part.left + part.right;
  return part.text;
}
