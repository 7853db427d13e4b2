/** A mail as plain text: the same words as its HTML, in the same order, with each address on a line of its own, a story's the short one. Pure. */
import type { MailContent, MailPart } from './mail-content.ts';

export function mailPlain({ agency, title, parts, foot }: MailContent): string {
  const rule = '-- ';
  const links = foot.links.map(({ text, href }) => `${text}:\n${href}`);
  return `${[agency, title, ...parts.map(plainPart), rule + ['', foot.text, ...links].join('\n')]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

function plainPart(part: MailPart): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'heading':
      return `* ${part.text} *`;
    case 'quote':
      return part.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
    case 'action':
      return `${part.text}:\n${part.href}`;
    case 'story':
      return [part.headline, part.dateLine, part.lead, part.permanent].filter(Boolean).join('\n');
  }
}
