/** Tables of opencc-js, which declares no types for them: entries apart by `|`. */
declare module 'opencc-js/dict/*' {
  const entries: string;
  export default entries;
}
