/** The program: read the settings, open the database, fill an empty installation, serve. */
import { eraseWhatCameBack } from './comments/erase-again.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './database/open-database.ts';
import { fillWithSample } from './sample/fill-with-sample.ts';
import { leaveAddress } from './served-address.ts';
import { StartRefusal } from './start-refusal.ts';
import { serve } from './web/serve.ts';

try {
  const config = readConfig(process.env);
  const stopping = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  const database = await openDatabase(config, { what: 'npm start', server: true });
  try {
    const filled = await fillWithSample(database.pool, { empty: config.empty, now: new Date() });
    for (const said of await eraseWhatCameBack(database.pool, config.dataDir, new Date())) console.log(said);
    const site = await serve(config, database.pool);
    const notLeft = leaveAddress(config.dataDir, site.publicUrl);
    if (notLeft) console.log(notLeft);
    if (filled.sentence) console.log(filled.sentence);
    const once = site.firstLink ? `   Sign in once, within the hour, with: ${site.firstLink}` : '';
    console.log(`The desk: ${site.publicUrl}/desk/${once}`);
    console.log(`Wireroom is ready. Readers: ${site.publicUrl}/   (Ctrl-C stops everything)`);
    const why = await Promise.race([
      stopping.then(() => null),
      database.lost.then(() => 'The database ended by itself.'),
    ]);
    await site.close();
    if (why) {
      console.error(why);
      process.exitCode = 1;
    }
  } finally {
    await database.close();
  }
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
