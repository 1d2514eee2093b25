/** Remembers the latest `most` answers of `load`; a failure is forgotten, so that it is tried again. */
export function remember<T, Key extends string = string>(
  most: number,
  load: (key: Key) => Promise<T>,
): (key: Key) => Promise<T> {
  const answers = new Map<Key, Promise<T>>();
  return (key) => {
    const answer = answers.get(key) ?? load(key);
    answers.delete(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    const [oldest] = answers.keys();
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}

/** Remembers the one answer of `load`; a failure is forgotten. */
export function rememberOne<T>(load: () => Promise<T>): () => Promise<T> {
  const answer = remember(1, load);
  return () => answer('');
}
