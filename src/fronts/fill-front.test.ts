import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FilledFront, fillFront, nextEnd, type Pinned, pinsAt } from './fill-front.ts';
import { slotsOf } from './slots.ts';

type Story = { code: number; section: string };

const story = (code: number, section = ''): Story => ({ code, section });
const pin = (slot: string, code: number, until: Date | null = null): Pinned => ({ slot, code, until });

function filled(pins: Pinned[], stories: Story[], sections: string[] = []): FilledFront<Story, Pinned> {
  return fillFront({
    pins,
    pinned: stories.filter(({ code }) => pins.some((one) => one.code === code)),
    newest: stories,
    sections: sections.map((slug) => ({ slug, stories: stories.filter(({ section }) => section === slug) })),
  });
}

/** "lead 9" and so on, in the order of the page. */
function places({ lead, seconds, sections }: FilledFront<Story, Pinned>): string[] {
  return [...(lead ? [lead] : []), ...seconds, ...sections.flatMap(({ placed }) => placed)].map(
    ({ slot, story, pin }) => `${slot} ${story.code}${pin ? '!' : ''}`,
  );
}

describe('a front', () => {
  const nine = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((code) => story(code, code % 2 ? 'odd' : ''));

  it.each<[string, Pinned[], string[]]>([
    ['fills itself newest first', [], ['lead 9', 'second.1 8', 'second.2 7', 'second.3 6', 'second.4 5']],
    [
      'keeps what is pinned, and flows around it',
      [pin('second.2', 1), pin('lead', 3)],
      ['lead 3!', 'second.1 9', 'second.2 1!', 'second.3 8', 'second.4 7'],
    ],
    [
      'passes over a story that readers do not get',
      [pin('lead', 77)],
      ['lead 9', 'second.1 8', 'second.2 7', 'second.3 6', 'second.4 5'],
    ],
    [
      'passes over a place that it does not have',
      [pin('section.odd.1', 1), pin('second.9', 2), pin('__proto__', 3)],
      ['lead 9', 'second.1 8', 'second.2 7', 'second.3 6', 'second.4 5'],
    ],
    [
      'gives a story that is pinned twice its first place',
      [pin('lead', 1), pin('second.1', 1)],
      ['lead 1!', 'second.1 9', 'second.2 8', 'second.3 7', 'second.4 6'],
    ],
  ])('%s', (_what, pins, expected) => {
    expect(places(filled(pins, nine))).toEqual(expected);
  });

  it('takes from a section what is pinned above it, and has something else there', () => {
    expect(places(filled([pin('lead', 3), pin('section.odd.2', 2)], nine, ['odd']))).toEqual([
      'lead 3!',
      'second.1 9',
      'second.2 8',
      'second.3 7',
      'second.4 6',
      'section.odd.1 5',
      'section.odd.2 2!',
      'section.odd.3 1',
    ]);
  });

  it('has a lead wherever it has a story, and leaves no gap where there are few', () => {
    const two = [story(2, 'odd'), story(1, 'odd')];
    expect(places(filled([pin('section.odd.4', 1), pin('second.3', 2)], two, ['odd']))).toEqual([
      'second.3 2!',
      'section.odd.4 1!',
    ]);
    expect(filled([pin('section.odd.4', 1), pin('second.3', 2)], two, ['odd']).lead?.story.code).toBe(2);
    expect(places(filled([], [], ['odd']))).toEqual([]);
  });

  it('gives each story one place, each place one story, and every pin that can hold its own', () => {
    const slots = slotsOf(['a', 'b']);
    const anyPin = fc.record({
      slot: fc.constantFrom(...slots, 'second.7', 'section.c.1'),
      code: fc.integer({ min: 1, max: 40 }),
      until: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(anyPin, { maxLength: 20 }), fc.integer({ min: 0, max: 36 }), (pins, length) => {
        const stories = Array.from({ length }, (_, at) => story(length - at, ['a', 'b', ''][at % 3]));
        const front = filled(pins, stories, ['a', 'b']);
        const all = [
          ...(front.lead ? [front.lead] : []),
          ...front.seconds,
          ...front.sections.flatMap(({ placed }) => placed),
        ];
        const codes = [...all.map((one) => one.story.code), ...front.rest.map(({ code }) => code)];
        expect(new Set(codes).size).toBe(codes.length);
        expect(new Set(codes)).toEqual(new Set(stories.map(({ code }) => code)));
        expect(new Set(all.map(({ slot }) => slot)).size).toBe(all.length);
        expect(front.lead === null).toBe(length === 0);
        for (const { slot, code } of pins) {
          const first = pins.find((one) => one.slot === slot && code <= length);
          const only = pins.filter((one) => one.slot === slot || one.code === code).length === 1;
          if (first && only && code <= length && slots.includes(slot))
            expect(all.find((one) => one.slot === slot)?.story.code).toBe(code);
        }
        // With stories enough no place stays empty.
        if (length >= 30 && pins.length === 0) expect(all.length).toBe(slots.length);
      }),
    );
  });
});

describe('a time that a pin ends at', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 2, 14, hour));

  it('is over when it comes, not a moment later', () => {
    const pins = [pin('lead', 1, at(18)), pin('second.1', 2)];
    expect(pinsAt(pins, new Date(at(18).getTime() - 1))).toEqual(pins);
    expect(pinsAt(pins, at(18))).toEqual([pins[1]]);
  });

  it('is the first that is still to come', () => {
    const pins = [pin('lead', 1, at(18)), pin('second.1', 2, at(16)), pin('second.2', 3, at(9))];
    expect(nextEnd(pins, at(12))).toEqual(at(16));
    expect(nextEnd(pins, at(16))).toEqual(at(18));
    expect(nextEnd(pins, at(18))).toBeNull();
    expect(nextEnd([pin('lead', 1)], at(1))).toBeNull();
  });
});
