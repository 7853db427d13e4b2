/** `npm run bench`: each row a ratio or a rate, measured in one run on one machine. */
import os from 'node:os';
import { haveDebianTools } from './debian-tools.ts';
import { measureLighthouse } from './judging.ts';
import { measureReading } from './reading.ts';
import { measureRecord } from './recording.ts';
import { measureRepair } from './repairing.ts';
import { measureServing } from './serving.ts';

console.log(`${os.cpus().length} cores, ${os.cpus()[0]?.model.trim()}, Node ${process.versions.node}`);
for (const { text, megabytes, perSecond } of measureRepair()) {
  console.log(`repair, ${text}: ${perSecond.toFixed(1)} MB/s over ${megabytes.toFixed(1)} MB`);
}
await measureLighthouse(console.log);
await measureReading(console.log);
await measureRecord(console.log);
if (haveDebianTools('nginx', 'wrk')) {
  for (const { page, bytes, ours, nginx, ratio, ratioPerCore } of await measureServing()) {
    const rates = `${Math.round(ours)} against ${Math.round(nginx)} answers a second`;
    console.log(
      `${page}, ${bytes} bytes gzipped: ${ratioPerCore.toFixed(2)} × nginx per core; ${ratio.toFixed(2)} × by rate (${rates})`,
    );
  }
}
