/** Whether the screen is a phone's. */
import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 44rem)');

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener('change', listener);
      return () => narrow.removeEventListener('change', listener);
    },
    () => narrow.matches,
  );
}
