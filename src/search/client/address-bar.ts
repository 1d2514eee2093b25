import { addressOf, stateOf, type SearchState } from './state.ts';

/** How long a query must stand before going on typing makes a new entry of the history, in milliseconds. */
const SETTLED_AFTER = 2000;

export interface AddressBar {
  read(): SearchState;
  /**
   * States it in the address. While somebody types, one entry of the history is rewritten; a chosen
   * filter, a submitted query, or typing after a pause makes a new one, so that “back” undoes one act.
   */
  write(state: SearchState, act: 'typing' | 'chosen'): void;
  onReturn(show: (state: SearchState) => void): void;
}

/** The address of the page as the place where its state is kept. */
export function createAddressBar(): AddressBar {
  let isSettled = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    isSettled = true;
  };
  return {
    read: () => stateOf(new URLSearchParams(location.search)),
    write(state, act) {
      const query = addressOf(state);
      const address = query === '' ? location.pathname : `${location.pathname}?${query}`;
      if (address !== location.pathname + location.search) {
        if (act === 'chosen' || isSettled) history.pushState(null, '', address);
        else history.replaceState(null, '', address);
      }
      clearTimeout(timer);
      isSettled = act === 'chosen';
      if (act === 'typing') timer = setTimeout(settle, SETTLED_AFTER);
    },
    onReturn(show) {
      addEventListener('popstate', () => {
        clearTimeout(timer);
        settle();
        show(stateOf(new URLSearchParams(location.search)));
      });
    },
  };
}
