import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZone, zoneChoices, zoneName, zoneQuery } from './reader-zone.ts';
import { wordsOf } from './words/catalogue.ts';

const asked = (zone: string) => readZone(new URLSearchParams({ zone }));

describe('a zone that is asked for', () => {
  it('is an IANA name, in whatever letters, and nothing else', () => {
    expect(readZone(new URLSearchParams())).toEqual({ ok: true, zone: null });
    expect(asked('')).toEqual({ ok: true, zone: null });
    expect(asked('Europe/Paris')).toEqual({ ok: true, zone: 'Europe/Paris' });
    expect(asked('europe/paris')).toEqual({ ok: true, zone: 'Europe/Paris' });
    expect(asked('Etc/GMT+5')).toEqual({ ok: true, zone: 'Etc/GMT+5' });
    for (const none of ['Paris', '+03:00', 'Europe/Paris ', '../etc', 'a'.repeat(99), '\0', 'Europe/Párís'])
      expect(asked(none), none).toEqual({ ok: false });
  });

  it('is never more than refused', () => {
    fc.assert(fc.property(fc.string(), (zone) => typeof asked(zone).ok === 'boolean'));
  });

  it('comes back from an address as it was', () => {
    for (const zone of ['Europe/Paris', 'Etc/GMT+5', 'UTC'])
      expect(readZone(new URLSearchParams(zoneQuery(zone)))).toEqual({ ok: true, zone });
  });
});

describe('the zones to choose from', () => {
  const summer = new Date('2017-08-05T07:24:00Z');

  it.each(['en', 'fa', 'ar', 'ru', 'es', 'fr'])(
    'are few enough to read in %s, and can all be asked for',
    (lang) => {
      const choices = zoneChoices(wordsOf(lang), summer).flat();
      expect(choices.length).toBeGreaterThan(90);
      expect(choices.length).toBeLessThan(220);
      expect(new Set(choices.map(({ zone }) => zone)).size).toBe(choices.length);
      expect(choices.filter(({ zone }) => !asked(zone).ok)).toEqual([]);
      expect(choices.some(({ zone }) => zone === 'Europe/Paris')).toBe(true);
    },
  );

  it('stand from west to east, by the clocks of the moment', () => {
    const rows = zoneChoices(wordsOf('en'), summer);
    const row = (zone: string) => rows.findIndex((choices) => choices.some((one) => one.zone === zone));
    expect(row('America/New_York')).toBeLessThan(row('Europe/Paris'));
    expect(row('Europe/Paris')).toBe(row('Africa/Johannesburg'));
    expect(row('Europe/Paris')).toBeLessThan(row('Asia/Tokyo'));
  });

  it('are named in the language', () => {
    expect(zoneName('en', 'Europe/Paris')).toBe('Central European Time');
    expect(zoneName('ru', 'Europe/Paris')).toBe('Центральная Европа');
    expect(zoneName('fa', 'Asia/Tehran')).toMatch(/ایران/);
    expect(zoneName('de', 'Europe/Vienna')).toBe('Mitteleuropäische Zeit');
  });
});
