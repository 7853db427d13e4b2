/** `npm run bench`: each row a ratio or a rate, measured in one run on one machine. */
import os from 'node:os';
import { haveDebianTools } from './debian-tools.ts';
import { measureLighthouse } from './judging.ts';
import { startWireroom } from './page-server.ts';
import { measureReading } from './reading.ts';
import { measureRecord } from './recording.ts';
import { measureRepair } from './repairing.ts';
import { measureServing, servingLine } from './serving.ts';

console.log(`${os.cpus().length} cores, ${os.cpus()[0]?.model.trim()}, Node ${process.versions.node}`);
for (const { text, megabytes, perSecond } of measureRepair()) {
  console.log(`repair, ${text}: ${perSecond.toFixed(1)} MB/s over ${megabytes.toFixed(1)} MB`);
}
await measureLighthouse(console.log);
if (haveDebianTools('nginx', 'wrk')) {
  const site = await startWireroom();
  for (const row of await measureServing(site)) console.log(`sample agency: ${servingLine(row)}`);
  await site.stop();
}
await measureReading(console.log);
await measureRecord(console.log);
