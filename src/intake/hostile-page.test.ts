import { expect, test } from 'vitest';
import { blockText } from './inline-text.ts';
import { type Understood, understandPage } from './saved-page.ts';

const sentence =
  'The council voted on Monday, after a long and friendly debate, to keep the old wooden bridge open to walkers and riders.';

function understood(text: string): Understood {
  const answer = understandPage(text);
  if (!answer.ok) throw new Error(answer.why);
  return answer.page;
}

function refusal(text: string): string {
  const answer = understandPage(text);
  return answer.ok ? '' : answer.why;
}

function article(headline: string, start: string): string {
  return `<article><h2>${headline}</h2><p>${start} ${sentence}</p><p>${sentence} ${start}</p><p>${start} ${sentence}</p></article>`;
}

test('nothing and white space are refused', () => {
  expect(refusal('')).toBe('The file is empty.');
  expect(refusal(' \n\t ')).toBe('The file has no words, only white space.');
  expect(refusal('<html><head></head><body></body></html>')).toBe(
    'The file has no words that could be a story.',
  );
});

test('a feed is refused', () => {
  expect(refusal('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>')).toBe(
    'The file is a feed, not a page.',
  );
});

test('fifty megabytes of markup are refused', () => {
  expect(refusal('<p>word</p>'.repeat(4_600_000))).toContain('larger than 20 MB');
});

test('twenty thousand nested elements are read as plain text and kept as a draft', () => {
  const page = understood(
    `<html><body>${'<div><b>'.repeat(10_000)}<h1>Bridge stays open</h1><p>${sentence}</p><p>${sentence}</p>${'</b></div>'.repeat(10_000)}`,
  );
  expect(page.headline).toBe('Bridge stays open');
  expect(page.lead).toBe(sentence);
  expect(page.doubts[0]).toMatch(/nested \d+ elements deep/);
});

test('elements that are never closed do no harm', () => {
  const page = understood(
    `<title>Bridge stays open to walkers</title><h1>Bridge stays open to walkers<p>5 August 2017<p><b>${sentence}<p><i>${sentence}<ul><li>one<li>two`,
  );
  expect(page.published?.local).toBe('2017-08-05');
  expect(JSON.stringify(page.body)).toContain('keep the old wooden bridge');
});

test('markup that a parser gives up on is read as plain text', () => {
  const page = understood(
    `<h1>Bridge stays open</h1><p class="${'a '.repeat(500_000)}">${sentence}</p><p>${sentence}</p>`,
  );
  expect(page).toMatchObject({ headline: 'Bridge stays open', lead: sentence });
  expect(page.doubts[0]).toMatch(/only its plain text was/);
});

test('many runs and entities in one paragraph are read', () => {
  const page = understood(
    `<h1>Bridge stays open</h1><p>${sentence}</p><p>${'<a href="/x">here</a> &amp; there '.repeat(5000)}</p>`,
  );
  expect(JSON.stringify(page.body)).toContain('here & there here & there');
});

test.each([
  ['a tag', `<h1>Bridge stays open</h1><p>${sentence}</p><p>${sentence}</p><a hre`],
  [
    'a script',
    `<h1>Bridge stays open</h1><p>${sentence}</p><p>${sentence}</p><script>var secret = "<p>no</p>`,
  ],
  ['a comment', `<h1>Bridge stays open</h1><p>${sentence}</p><p>${sentence}</p><!-- secret`],
  [
    'JSON-LD',
    `<h1>Bridge stays open</h1><p>${sentence}</p><p>${sentence}</p><script type="application/ld+json">{"@type":"NewsArticle","secret":"x`,
  ],
])('a page cut off in %s is still read', (_, markup) => {
  const page = understood(`<html><body>${markup}`);
  expect(page.headline).toBe('Bridge stays open');
  expect(JSON.stringify(page.body)).not.toContain('secret');
  expect(page.doubts).toContain('No date line was found.');
});

test('JSON-LD that was cut off still gives what it has', () => {
  const page = understood(
    `<body><h1>Bridge stays open</h1><p>${sentence}</p><p>${sentence}</p><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bridge stays open","datePublished":"2017-08-05T07:24:00Z","author":{"@type":"Pers`,
  );
  expect(page.published?.instant).toBe('2017-08-05T07:24:00.000Z');
});

test('scripts, handlers and dangerous addresses never reach the body', () => {
  const page = understood(
    `<h1>Bridge stays open</h1><article><p>${sentence}<script>steal()</script></p><p onclick="steal()">${sentence} <a href="javascript:steal()">here</a> <a href=" JaVaScRiPt:steal()">there</a> <a href="data:text/html,steal()">and</a></p><img src="javascript:steal()"><img src=x onerror=steal()><svg onload="steal()"><text>steal()</text></svg><iframe srcdoc="steal()"></iframe><style>steal{}</style><noscript>steal()</noscript><p>${sentence}</p></article>`,
  );
  expect(JSON.stringify(page)).not.toMatch(/steal|javascript/i);
});

test('words never run together at the edges of elements', () => {
  const page = understood(
    `<h1>Bridge stays open</h1><article><p>${sentence}</p><p>One&nbsp;<b>two</b> <i>three</i>\n<a href="https://a.example/">four</a><br>five<span> six</span>, ${sentence}</p><div>${sentence}</div>plain text after it</article>`,
  );
  expect(blockText(page.body.content[0] ?? { type: 'paragraph' })).toMatch(
    /^One two three four five six, The/,
  );
});

test('two articles in one file are said to be two', () => {
  const page = understood(
    `<body>${article('Bridge stays open', 'In the north,')}${article('Ferry sails again', 'In the south,')}</body>`,
  );
  expect(page.doubts).toContain('Two stories were found in one file.');
});

test('two texts in one file are said to be two', () => {
  const one = `5 August 2017 - 11:54\nStory Code : 100\n\nBridge stays open to walkers\n\n${sentence}\n\n${sentence}\n\n`;
  const two = one.replace('100', '101').replace('11:54', '12:10');
  expect(understood(one).doubts).toEqual([]);
  expect(understood(one + two).doubts).toContain('Two stories were found in one file.');
});

test('two whole pages in one file are said to be two', () => {
  const page = (headline: string) =>
    `<!doctype html><html><head><title>${headline}</title></head><body>${article(headline, 'Here,')}</body></html>\n`;
  const both = understood(page('Bridge stays open to all') + page('Ferry sails again today'));
  expect(both.headline).toBe('Bridge stays open to all');
  expect(both.doubts).toContain('Two stories were found in one file.');
});

test('a front page is no story', () => {
  const links = Array.from(
    { length: 40 },
    (_, n) => `<li><a href="/${n}">Headline number ${n} about something in the town</a></li>`,
  ).join('');
  expect(understood(`<title>Daily Example</title><h1>Daily Example</h1><ul>${links}</ul>`).doubts).toContain(
    'The page reads like a list of stories, not one story.',
  );
});

test('a tiny text is doubtful', () => {
  expect(understood('Bridge opens\n\n5 August 2017\n\nIt is open.').doubts[0]).toMatch(
    /only \d+ characters long/,
  );
});

test('a date in the future is only read', () => {
  expect(
    understood(`Bridge to open one day\n5 August 2117 11:54\n\n${sentence}\n\n${sentence}`).published?.local,
  ).toBe('2117-08-05T11:54');
});

test('an update is not the date of publication', () => {
  const page = understood(
    `Bridge stays open to walkers\nUpdated: 7 August 2017 10:00\nPublished: 5 August 2017 11:54\n\n${sentence}\n\n${sentence}`,
  );
  expect(page.published?.local).toBe('2017-08-05T11:54');
});

test('the address of a page that a browser saved is found', () => {
  const page = understood(
    `<!DOCTYPE html>\n<!-- saved from url=(0031)https://news.example/bridge/100 -->\n<html><body><h1>Bridge stays open</h1><p>${sentence}</p></body></html>`,
  );
  expect(page.canonical).toBe('https://news.example/bridge/100');
});

test('an MHTML file is opened', () => {
  const body = Buffer.from(
    `<html><body><h1>پل باز ماند</h1><p>${sentence}</p><p>${sentence}</p></body></html>`,
  ).toString('base64');
  const page = understood(
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x--y"\r\n\r\n------x--y\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://news.example/1\r\n\r\n${body}\r\n------x--y--\r\n`,
  );
  expect(page).toMatchObject({ headline: 'پل باز ماند', canonical: 'https://news.example/1' });
});

test('no text at all makes it throw', () => {
  const parts = [
    '<',
    '>',
    '<p>',
    '</p>',
    '<table>',
    '<td>',
    '"',
    '&#0;',
    '&#xffffff;',
    '\0',
    '<!--',
    '{"@type":',
    '<script type="application/ld+json">',
    sentence,
    '\ud800',
    '٥',
    '2017-08-05',
  ];
  let seed = 7;
  for (let round = 0; round < 150; round++) {
    let text = '';
    for (let part = 0; part < 30; part++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      text += parts[seed % parts.length] ?? '';
    }
    expect(understandPage(text)).toHaveProperty('ok');
    expect(understandPage(text, { html: true })).toHaveProperty('ok');
  }
});
