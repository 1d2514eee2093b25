/**
 * Says of a page or a file of a meeting or of a year, by path, whether it is part of what is built. What is
 * made of all meetings together is part of a whole site alone: tables, search, the files that come with
 * the generator.
 */
export type Portion = (path: string) => boolean;
