/** A thousand comments at once, from as many addresses: none is lost, no reader waits, no moderator is buried. */
import { expect, it, onTestFinished } from 'vitest';
import { askerWith } from './asker.ts';
import { buildApp, everywhereAs } from './built-app.ts';
import { openCommented, sealIn } from './commented.ts';
import { publishOne } from './invented-story.ts';

const sent = 1_000;
const atOnce = 25;

it('keeps or refuses each with a reason, while readers get the page that was prepared', async () => {
  const site = await openCommented();
  onTestFinished(site.close);
  const { code } = await publishOne(site, {});
  const { location } = (await site.get(`/en/${code}`)).headers;
  const before = await site.get(location as string);
  const seal = sealIn((await site.get(`/en/${code}/comments/write`)).text());
  site.wait(5);
  const statuses: number[] = [];
  let isOver = false;
  const write = async (from: number) => {
    for (let at = from; at < sent; at += atOnce) {
      const comment = `Comment number ${at}, about the harbour and its ferries.`;
      const address = `10.${Math.floor(at / 250)}.7.${at % 250}`;
      const { status } = await site.post(
        `/en/${code}/comments`,
        { seal, name: `Reader ${at}`, comment },
        { address },
      );
      statuses.push(status);
    }
  };
  const reads = { count: 0, etags: new Set<unknown>() };
  const read = async () => {
    while (!isOver) {
      const page = await site.get(location as string);
      reads.count++;
      reads.etags.add(`${page.status} ${page.headers.etag}`);
    }
  };
  const reading = read();
  await Promise.all(Array.from({ length: atOnce }, (_, at) => write(at)));
  isOver = true;
  await reading;
  expect(statuses).toHaveLength(sent);
  expect(new Set(statuses)).toEqual(new Set([303]));
  expect(reads.count).toBeGreaterThan(20);
  expect([...reads.etags]).toEqual([`200 ${before.headers.etag}`]);

  const { rows } = await site.pool.query<{ state: string; reason: string; count: number }>(
    'select state, reason, count(*)::integer as count from comments group by 1, 2 order by 1, 2',
  );
  const [surge, waiting] = rows;
  expect(rows.map(({ state, reason }) => [state, reason])).toEqual([
    ['surge', 'surge'],
    ['waiting', 'read-first'],
  ]);
  expect((surge?.count ?? 0) + (waiting?.count ?? 0)).toBe(sent);
  // Those that were on their way together may be a few more.
  expect(waiting?.count).toBeGreaterThanOrEqual(40);
  expect(waiting?.count).toBeLessThanOrEqual(40 + 2 * atOnce);

  const built = await buildApp(site.pool, { clock: site.now });
  onTestFinished(built.close);
  const moderator = await askerWith(built, everywhereAs('moderator'));
  const queue = async () => (await moderator('GET', 'desk/comments?state=surge')).json;
  const { counts, rows: shown, newest } = await queue();
  expect([counts.waiting, counts.surge, shown.length]).toEqual([waiting?.count, surge?.count, 200]);
  const rejected = await moderator('POST', 'desk/comments/decisions', { to: 'rejected', surgeUntil: newest });
  expect(rejected.json.ids).toHaveLength(surge?.count ?? 0);
  expect((await queue()).counts).toMatchObject({ waiting: waiting?.count, surge: 0, rejected: surge?.count });
  await moderator('POST', 'desk/comments/undo', { ids: rejected.json.ids });
  expect((await queue()).counts).toMatchObject({ surge: surge?.count, rejected: 0 });
  // A minute later all is as usual.
  site.wait(61);
  await site.post(`/en/${code}/comments`, { seal, name: 'Later', comment: 'After the flood, a quiet word.' });
  expect((await queue()).counts.waiting).toBe((waiting?.count ?? 0) + 1);
});
