/** The name of this tab, for the server to tell two tabs of one person apart; a reload keeps it. */
function nameOfTab(): string {
  const name = crypto.randomUUID();
  try {
    const kept = sessionStorage.getItem('desk.tab');
    // A duplicated tab takes the storage with it, but not the way it was opened.
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (kept && navigation?.type === 'reload') return kept;
    sessionStorage.setItem('desk.tab', name);
  } catch {
    // Without storage a reload is a new tab.
  }
  return name;
}

export const tab = nameOfTab();

let isHeld = false;

/** From now on other tabs can tell that this one lives, until it ends, however it does. */
export function holdTab(): void {
  if (isHeld) return;
  isHeld = true;
  void navigator.locks?.request(`desk-tab-${tab}`, () => new Promise<never>(() => undefined));
}

/** Tells what was left on this device: by a tab that is gone, or by this one before it was reloaded. */
export async function isLeft(): Promise<(one: { tab: string }) => boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const alive = new Set(held.map((lock) => lock.name?.replace('desk-tab-', '') ?? ''));
  return (one) => one.tab === tab || !alive.has(one.tab);
}
