// What a reader's browser adds to a story where scripts run: copy and share, his own time, and keeping what was opened.
// Nothing of a page needs it. Words stand in the page (data-copy …), so that there is one script for all languages.

const tools = document.querySelector<HTMLElement>('.tools');

if (tools) {
  addButtons(tools);
  sayOwnTime(tools);
  if ('serviceWorker' in navigator) void keepOpened();
}

function addButtons(place: HTMLElement): void {
  const { link = location.href, copy = '', copied = '', share = '' } = place.dataset;
  const add = (words: string, act: (button: HTMLButtonElement) => Promise<void>) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words;
    button.addEventListener('click', () => void act(button).catch(() => undefined));
    place.append(button, '\n');
  };
  if (navigator.clipboard)
    add(copy, async (button) => {
      await navigator.clipboard.writeText(link);
      button.textContent = copied;
      button.setAttribute('role', 'status');
      setTimeout(() => {
        button.removeAttribute('role');
        button.textContent = copy;
      }, 3_000);
    });
  // Whoever closes the window of his system has not shared: that is no failure.
  if (navigator.share) add(share, () => navigator.share({ title: document.title, url: link }));
}

/** Where the reader's clock shows another hour than the date line. */
function sayOwnTime(place: HTMLElement): void {
  const time = document.querySelector<HTMLTimeElement>('.date-line time');
  const { time: words, locale } = place.dataset;
  if (!time || !words) return;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });
  time.title = words.replace('{when}', () => when.format(new Date(time.dateTime)));
}

/** The page that is open when the worker comes is kept too. Where there was one before, the page came through it. */
async function keepOpened(): Promise<void> {
  const came = navigator.serviceWorker.controller !== null;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    if (!came) active?.postMessage({ keep: location.pathname });
  } catch {
    // Private windows have no workers: the page is read as it is.
  }
}
