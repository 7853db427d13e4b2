/** What the import says to a person: a line for each file, and under it what was understood. */
import type { ImportReport } from '../evidence/import-page.ts';

const said: Record<ImportReport['outcome'], string> = {
  published: 'published',
  draft: 'draft',
  'kept-as-draft': 'kept as a draft',
  'already-here': 'already here',
  'not-understood': 'not understood, kept as evidence',
  refused: 'refused',
};

export function describeImport(report: ImportReport): string {
  const code = report.code === null ? '' : ` ${report.code}`;
  const headline = report.understood?.headline ? `  “${report.understood.headline}”` : '';
  const lines = [`${report.file}: ${said[report.outcome]}${code}${headline}`];
  for (const reason of report.reasons) lines.push(`  ! ${reason}`);
  if (report.understood) lines.push(...understoodLines(report));
  return lines.map(printable).join('\n');
}

/** A page may not move the cursor of whoever reads about it. */
export function printable(line: string): string {
  return line.replace(/[\p{Cc}\u2028\u2029]/gu, '␛');
}

function understoodLines(report: ImportReport): string[] {
  const { understood, repairs } = report;
  if (!understood) return [];
  const { published, credit, byline, lead, language, sure, furniture } = understood;
  const surely = (field: string) => {
    const note = sure.find((one) => one.field === field);
    return note ? ` (${note.confidence}, ${note.how})` : '';
  };
  const facts: [string, string, string][] = [
    ['date line', 'published', published ? `${published.text} = ${published.local}` : ''],
    ['code', 'code', understood.code === null ? '' : String(understood.code)],
    ['credit', 'credit', credit],
    ['byline', 'byline', byline],
    ['lead', 'lead', shorten(lead)],
    ['body', 'body', report.blocks === 0 ? '' : `${report.blocks} blocks`],
    ['language', 'language', language ?? ''],
  ];
  const lines = facts
    .filter(([, , value]) => value !== '')
    .map(([name, field, value]) => `  ${name}: ${value}${surely(field)}`);
  if (furniture.length > 0)
    lines.push(
      `  left out: ${furniture
        .slice(0, 6)
        .map((label) => shorten(label, 40))
        .join(' · ')}${furniture.length > 6 ? ` and ${furniture.length - 6} more` : ''}`,
    );
  if (repairs?.changes.length)
    lines.push(
      `  glued words parted: ${repairs.changes.length}, as “${repairs.changes[0]?.before}” → “${repairs.changes[0]?.after}”`,
    );
  for (const flag of repairs?.flags ?? []) lines.push(`  ? “${flag.text}”: ${flag.why}`);
  return lines;
}

function shorten(text: string, length = 72): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

export function describeTotals(counts: Map<ImportReport['outcome'], number>, leftAlone: number): string {
  const parts = [...counts].map(([outcome, count]) => `${count} ${said[outcome]}`);
  if (leftAlone > 0) parts.push(`${leftAlone} other files left alone`);
  return parts.length > 0 ? `${parts.join(', ')}.` : 'There was no page to take in.';
}
