import { factsOf } from './facts.ts';
import { textAt, type Block, type Minutes } from './model.ts';

/**
 * The minutes as a Markdown file of the house's dialect: `readDocument` reads the same text, the same
 * blocks and what staff stated of the head from it. Made from the model, so that what is offered is what is shown.
 */
export function markdownFile(minutes: Minutes): string {
  const stated = statedFields(minutes).map(([field, value]) => `${field}: ${value}\n`);
  const blocks = minutes.blocks.map((block) => `\n${markdownOf(block, textAt(minutes, block.span))}\n`);
  return `---\n${stated.join('')}---\n${blocks.join('')}`;
}

/** The facts of the minutes as JSON, for programs. */
export function jsonFile(minutes: Minutes): string {
  return `${JSON.stringify(factsOf(minutes), null, 2)}\n`;
}

/**
 * The official text alone, a block a line; what is withheld is told in its place, in brackets that
 * minutes don't use.
 */
export function textFile(minutes: Minutes): string {
  const lines = minutes.blocks.map((block) =>
    block.kind === 'withheld'
      ? `【此处按${block.basis}不予公开：${block.reason}】`
      : textAt(minutes, block.span),
  );
  return lines.map((line) => `${line}\n`).join('');
}

function statedFields({ head }: Minutes): readonly (readonly [field: string, value: string])[] {
  const facts = [
    head.title,
    head.issuer,
    head.number,
    head.term,
    head.session,
    head.held,
    head.issued,
    head.compiled,
  ];
  return [
    ...(head.disclosure === null ? [] : [['disclosure', head.disclosure] as const]),
    ...(head.published === null ? [] : [['published', head.published] as const]),
    ...(head.archived === null ? [] : [['archived', head.archived] as const]),
    ...facts.flatMap((fact) =>
      fact?.origin.kind === 'staff' ? [[fact.origin.field, JSON.stringify(fact.value)] as const] : [],
    ),
    ...(head.chair?.origin.kind === 'staff'
      ? [[head.chair.origin.field, JSON.stringify(head.chair.value.name)] as const]
      : []),
  ];
}

function markdownOf(block: Block, text: string): string {
  if (block.kind === 'withheld') return `:::withhold{reason="${block.reason}" basis="${block.basis}"}\n:::`;
  const escaped = text.replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, String.raw`\\`);
  if (block.kind === 'paragraph') return escaped.replace(/^(?=#|::)/u, '\\');
  return `${'#'.repeat(block.depth)} ${escaped.replace(/#$/u, String.raw`\#`)}`;
}
