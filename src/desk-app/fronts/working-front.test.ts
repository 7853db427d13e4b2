import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrontJson, FrontStoryJson, PinJson } from '../../fronts/front-api.ts';
import { slotsOf } from '../../fronts/slots.ts';
import { differences, fillWorking, fitPins, isSame, pinHere, putDown, unpin } from './working-front.ts';

const pin = (slot: string, code: number, more: Partial<PinJson> = {}): PinJson => ({
  slot,
  code,
  until: null,
  headline: '',
  picture: false,
  ...more,
});
const story = (code: number): FrontStoryJson => ({
  code,
  headline: `Story ${code}`,
  section: '',
  at: '2026-03-14T12:00:00Z',
  hasPicture: true,
});
const said = (pins: PinJson[]) => pins.map(({ slot, code }) => `${slot} ${code}`);

describe('a story that is put down', () => {
  const pins = [pin('lead', 1, { headline: 'One', picture: true }), pin('second.1', 2)];

  it('is pinned where it is put, from the candidates', () => {
    expect(putDown([], { code: 9, from: null }, 'lead')).toEqual([pin('lead', 9, { picture: true })]);
    expect(putDown([], { code: 9, from: 'second.3' }, 'second.2')).toEqual([pin('second.2', 9)]);
  });

  it('changes places with what is pinned there, and keeps what was said of it', () => {
    const swapped = putDown(pins, { code: 2, from: 'second.1' }, 'lead');
    expect(swapped).toEqual([
      pin('lead', 2, { picture: true }),
      pin('second.1', 1, { headline: 'One', picture: true }),
    ]);
  });

  it('takes the place of what is pinned there, where it comes from outside', () => {
    expect(said(putDown(pins, { code: 9, from: null }, 'lead'))).toEqual(['lead 9', 'second.1 2']);
    expect(said(putDown(pins, { code: 9, from: 'second.4' }, 'lead'))).toEqual(['lead 9', 'second.1 2']);
  });

  it('leaves the place it was pinned to, where there is nothing pinned at the new one', () => {
    expect(said(putDown(pins, { code: 1, from: 'lead' }, 'second.4'))).toEqual(['second.1 2', 'second.4 1']);
  });

  it('has no picture where there is no room for one', () => {
    expect(putDown(pins, { code: 1, from: 'lead' }, 'section.a.2')).toContainEqual(
      pin('section.a.2', 1, { headline: 'One' }),
    );
  });

  it('changes nothing where it is put back', () => {
    expect(putDown(pins, { code: 1, from: 'lead' }, 'lead')).toEqual(pins);
  });

  it('stands in one place, and loses no other, wherever anything is put', () => {
    const slots = slotsOf(['a']);
    const move = fc.record({ code: fc.integer({ min: 1, max: 12 }), slot: fc.constantFrom(...slots) });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let pins: PinJson[] = [];
        for (const { code, slot } of moves) {
          const from = pins.find((one) => one.code === code)?.slot ?? null;
          const before = new Set(pins.map((one) => one.code));
          pins = putDown(pins, { code, from }, slot);
          expect(pins.find((one) => one.slot === slot)?.code).toBe(code);
          expect(new Set(pins.map((one) => one.slot)).size).toBe(pins.length);
          expect(new Set(pins.map((one) => one.code)).size).toBe(pins.length);
          const lost = [...before].filter((one) => !pins.some((now) => now.code === one));
          expect(lost.length).toBeLessThanOrEqual(from === null ? 1 : 0);
        }
      }),
    );
  });
});

describe('a working copy', () => {
  const front: FrontJson = { arrangement: null, newest: [3, 2, 1].map(story), sections: [], pinned: [] };
  const known = new Map([1, 2, 3].map((code) => [code, story(code)]));
  const at = Date.parse('2026-03-14T18:00:00Z');

  it('is the same as another that says the same, in whatever order and spelling', () => {
    const until = '2026-03-14T18:00:00Z';
    const one = [pin('lead', 1, { until }), pin('second.1', 2)];
    const other = [
      pin('second.1', 2, { headline: ' ' }),
      pin('lead', 1, { until: '2026-03-14T18:00:00.000Z' }),
    ];
    expect(isSame(one, other)).toBe(true);
    expect(isSame(one, unpin(one, 'lead'))).toBe(false);
    expect(differences(front, one, [pin('lead', 2)])).toEqual([
      { slot: 'lead', one: one[0], other: pin('lead', 2) },
      { slot: 'second.1', one: one[1], other: null },
    ]);
  });

  it('shows a section with a lead alone, until something is pinned', () => {
    expect([...fillWorking(front, [], known, at).placed.keys()]).toEqual(['lead']);
    expect(fillWorking(front, [], known, at).rest).toBe(2);
    const pinned = fillWorking(front, pinHere([], 3, 'lead'), known, at);
    expect([...pinned.placed.keys()]).toEqual(['lead', 'second.1', 'second.2']);
  });

  it('leaves out what is over, and what readers do not get any more', () => {
    const pins = [pin('lead', 1, { until: '2026-03-14T18:00:00Z' }), pin('second.1', 77), pin('second.2', 2)];
    expect(said(fitPins(pins, known, at))).toEqual(['second.2 2']);
    expect(fillWorking(front, pins, known, at).placed.get('lead')?.pin).toBeNull();
  });
});
