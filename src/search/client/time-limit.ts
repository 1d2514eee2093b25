/** A signal that ends a request after so many milliseconds; browsers of some years ago have no such of their own. */
export function timeLimit(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => {
    controller.abort();
  }, milliseconds);
  return controller.signal;
}
