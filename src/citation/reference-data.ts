import type { IsoDate } from '../minutes/model.ts';
import { addressOf, numberedTitle, writtenDate, type CitationSource, type CitedPlace } from './source.ts';

/** A BibTeX entry, with the fields of BibLaTeX where BibTeX has none. */
export function bibtex(source: CitationSource, place: CitedPlace, accessed: IsoDate | null): string {
  const { author, dated, version } = source;
  const fields = [
    ['author', `{${inTex(author)}}`],
    ['title', `{${inTex(titleOf(source, place))}}`],
    ...(dated === null
      ? []
      : [
          ['date', dated],
          ['year', dated.slice(0, 4)],
        ]),
    ...(version === null ? [] : [['version', String(version)]]),
    ['url', addressOf(source, place)],
    ...(accessed === null ? [] : [['urldate', accessed]]),
    ['note', inTex(noteOf(source))],
    ['langid', 'chinese'],
  ];
  const lines = fields.map(([name = '', value = '']) => `  ${name} = {${value}},\n`);
  return `@misc{${keyOf(source, place)},\n${lines.join('')}}`;
}

/** An entry of CSL-JSON, as reference managers read it. */
export function cslJson(source: CitationSource, place: CitedPlace, accessed: IsoDate | null): string {
  const { author, number, session, held, dated, version } = source;
  const entry = {
    id: keyOf(source, place),
    type: 'report',
    title: titleOf(source, place),
    genre: '会议纪要',
    author: [{ literal: author }],
    ...(number === null ? {} : { number }),
    ...(session === null ? {} : { 'event-title': session }),
    ...(held === null ? {} : { 'event-date': dateParts(held) }),
    ...(dated === null ? {} : { issued: dateParts(dated) }),
    ...(accessed === null ? {} : { accessed: dateParts(accessed) }),
    ...(version === null ? {} : { version: String(version) }),
    URL: addressOf(source, place),
    language: 'zh-CN',
    note: noteOf(source),
  };
  return JSON.stringify([entry], null, 2);
}

function titleOf(source: CitationSource, place: CitedPlace): string {
  return numberedTitle(source) + (place.name === '' ? '' : ` ${place.name}`);
}

function noteOf({ session, held, hash }: CitationSource): string {
  const meeting = [session ?? '', held === null ? '' : writtenDate(held)].filter((part) => part !== '');
  return [...meeting, `原文 SHA-256 ${hash}`].join('，');
}

function keyOf({ id }: CitationSource, { anchor }: CitedPlace): string {
  return ['minutes', ...id.split('/'), ...(anchor === '' ? [] : [anchor])].join('-');
}

function dateParts(date: IsoDate): { readonly 'date-parts': readonly (readonly number[])[] } {
  return { 'date-parts': [date.split('-').map(Number)] };
}

const TEX: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

function inTex(text: string): string {
  return text.replaceAll(/[\\{}%&#$_~^]/gu, (mark) => TEX[mark] ?? `\\${mark}`);
}
