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
