/** Repairs the glued words of a page's fields; each change says in which field it was made. */
import { type RepairChange, type RepairFlag, repairText } from '../repair/repair.ts';
import type { Block, Inline, List, ListItem, Paragraph, StoryText } from '../text/story-text.ts';

export type FieldRepair = RepairChange & { field: string };
export type FieldFlag = RepairFlag & { field: string };
export type Repairs = { changes: FieldRepair[]; flags: FieldFlag[]; languageKnown: boolean };

type Worded = { headline: string; lead: string; body: StoryText };

/**
 * The same page with its spaces put back. Offsets count from the start of the field; in the body from the start of the
 * run of text that was changed.
 */
export function repairPage<Page extends Worded>(
  page: Page,
  language: string,
): { page: Page; repairs: Repairs } {
  const repairs: Repairs = { changes: [], flags: [], languageKnown: repairText('', language).languageKnown };
  const mend = (field: string, text: string): string => {
    const repaired = repairText(text, language);
    repairs.changes.push(...repaired.changes.map((change) => ({ field, ...change })));
    repairs.flags.push(...repaired.flags.map((flag) => ({ field, ...flag })));
    return repaired.text;
  };
  // In the order of reading, which is the order of the reports.
  const headline = mend('headline', page.headline);
  const lead = mend('lead', page.lead);
  const content = page.body.content.map((block, at) =>
    mendBlock(block, (text) => mend(`body ${at + 1}`, text)),
  );
  return { page: { ...page, headline, lead, body: { ...page.body, content } }, repairs };
}

type Mend = (text: string) => string;

function mendBlock(block: Block, mend: Mend): Block {
  switch (block.type) {
    case 'paragraph':
      return mendParagraph(block, mend);
    case 'heading':
      return block.content ? { ...block, content: mendRuns(block.content, mend) } : block;
    case 'quote':
      return { ...block, content: block.content.map((paragraph) => mendParagraph(paragraph, mend)) };
    case 'list':
      return mendList(block, mend);
    case 'table': {
      const content = block.content.map((row) => ({
        ...row,
        content: row.content.map((cell) => ({
          ...cell,
          content: cell.content.map((one) => mendParagraph(one, mend)),
        })),
      }));
      return { ...block, content };
    }
    case 'image':
      return { ...block, attrs: { ...block.attrs, caption: mend(block.attrs.caption) } };
  }
}

function mendList(list: List, mend: Mend): List {
  const mendItem = (item: ListItem): ListItem => ({
    ...item,
    content: item.content.map((one) =>
      one.type === 'list' ? mendList(one, mend) : mendParagraph(one, mend),
    ),
  });
  return { ...list, content: list.content.map(mendItem) };
}

function mendParagraph(paragraph: Paragraph, mend: Mend): Paragraph {
  return paragraph.content ? { ...paragraph, content: mendRuns(paragraph.content, mend) } : paragraph;
}

function mendRuns(runs: Inline[], mend: Mend): Inline[] {
  return runs.map((run) => (run.type === 'text' ? { ...run, text: mend(run.text) } : run));
}
