/** Five ways to write a number or word so that a plain search misses it. */
export const DISGUISES: Readonly<Record<string, (text: string) => string>> = {
  spaces: (text) => Array.from(text).join(' '),
  dashes: (text) => inGroups(text, 4).join('-'),
  'full width': (text) =>
    text.replaceAll(/[!-~]/g, (character) => String.fromCharCode((character.codePointAt(0) ?? 0) + 0xfee0)),
  'zero width': (text) => Array.from(text).join('\u200b'),
  'split over a line': (text) => {
    const characters = Array.from(text);
    const half = characters.length >> 1;
    return `${characters.slice(0, half).join('')}\n${characters.slice(half).join('')}`;
  },
};

function inGroups(text: string, size: number): readonly string[] {
  const characters = Array.from(text);
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  );
}
