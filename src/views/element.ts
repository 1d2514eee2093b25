import type { Mark } from './marks.ts';

/** The HTML element of a mark: how a piece of the official text is dressed. */
export interface ElementView {
  readonly tag: 'a' | 'span' | 'strong';
  readonly attributes: Readonly<Record<string, string>>;
}

/** The element of a mark; a later part of a split mark looks the same but carries no id. */
export function elementOf(mark: Mark, first: boolean): ElementView {
  switch (mark.kind) {
    case 'bureau':
      return { tag: 'a', attributes: { class: 'bureau', href: mark.href } };
    case 'permalink':
      return { tag: 'a', attributes: { class: 'permalink', href: mark.href, 'aria-label': mark.label } };
    case 'decision':
      return { tag: 'span', attributes: { class: 'decision', ...(first ? { id: mark.id } : {}) } };
    case 'fact':
    case 'anchor':
      return { tag: 'span', attributes: first ? { id: mark.id } : {} };
    case 'run-in':
      return { tag: 'strong', attributes: { class: 'run-in' } };
    case 'remark':
      return { tag: 'span', attributes: { class: 'remark' } };
    case 'label':
      return { tag: 'span', attributes: { class: 'label' } };
    case 'unit':
      return { tag: 'span', attributes: { class: 'unit' } };
    default:
      return mark satisfies never;
  }
}
