import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { editionOf } from '../editions/edition.ts';
import { slotsOf } from '../fronts/slots.ts';
import { plainText } from '../text/plain-text.ts';
import { checkStoryText, type Image } from '../text/story-text.ts';
import { samplePictures } from './pictures.ts';
import { sampleAgency, sampleStories } from './sample-agency.ts';
import { sampleFronts } from './sample-fronts.ts';
import type { SampleStory } from './sample-story.ts';

const longestHeadline = 110;

describe('the sample agency', () => {
  it('publishes at least 70 stories in six languages, two of them from right to left', () => {
    expect(sampleStories.length).toBeGreaterThanOrEqual(70);
    expect(sampleAgency.editions.map(({ dir }) => dir)).toEqual(['ltr', 'ltr', 'rtl', 'rtl', 'ltr', 'ltr']);
    for (const { lang } of sampleAgency.editions) {
      expect(sampleStories.filter((story) => story.lang === lang).length).toBeGreaterThanOrEqual(9);
    }
  });

  it('gives each story its own code below 1,000, smaller for the older', () => {
    const byAge = sampleStories.toSorted((a, b) => b.minutesAgo - a.minutesAgo);
    byAge.forEach(({ code, minutesAgo }, at) => {
      expect(code).toBeLessThan(1_000);
      const newer = byAge[at + 1];
      if (!newer) return;
      expect(newer.code).toBeGreaterThan(code);
      expect(newer.minutesAgo).toBeLessThan(minutesAgo);
    });
  });

  it('opens each edition with a story that has a picture', () => {
    for (const { lang } of sampleAgency.editions) {
      const stories = sampleStories.filter((story) => story.lang === lang);
      const newest = stories.toSorted((a, b) => a.minutesAgo - b.minutesAgo)[0];
      expect(newest && imagesOf(newest), lang).toHaveLength(1);
    }
  });

  it('translates a story at most once into each language', () => {
    const groups = Map.groupBy(
      sampleStories.filter(({ group }) => group),
      ({ group }) => group,
    );
    expect(groups.size).toBeGreaterThanOrEqual(6);
    for (const [group, stories] of groups) {
      expect(stories.length, `${group}`).toBeGreaterThan(1);
      expect(new Set(stories.map(({ lang }) => lang)).size, `${group}`).toBe(stories.length);
    }
    const whole = [...groups.values()].filter((stories) => stories.length === sampleAgency.editions.length);
    expect(whole.length).toBeGreaterThanOrEqual(7);
  });
});

describe.each(sampleFronts)('sample front in $lang', ({ lang, pins }) => {
  it('pins stories of its own language to places that it has, each once', () => {
    const sections = editionOf(sampleAgency, lang)?.sections.map(({ slug }) => slug) ?? [];
    const codes = pins.map(
      ({ group }) => sampleStories.find((one) => one.lang === lang && one.group === group)?.code,
    );
    expect(codes).not.toContain(undefined);
    expect(new Set(codes).size).toBe(pins.length);
    for (const { slot } of pins) expect(slotsOf(sections)).toContain(slot);
  });

  it('is set with the marks of its language', () => {
    const words = pins.map(({ headline }) => headline).join('\n');
    expect(words).not.toMatch(/["']/);
    if (lang === 'fa') expect(words).not.toMatch(/[يك0-9%,;?]|\u200c[\s،.]/u);
  });
});

describe.each(sampleStories)('sample story $code ($lang, $fields.headline)', (story) => {
  const { fields, lang } = story;

  it('has a body that fits the schema', () => {
    expect(plainText(checkStoryText(fields.body))).toBe(plainText(fields.body));
  });

  it('has a headline that fits, a lead, a place, a credit and a topic', () => {
    expect(fields.headline.length).toBeLessThanOrEqual(longestHeadline);
    for (const words of [fields.headline, fields.lead, fields.dateline, fields.credit]) {
      expect(words.trim()).not.toBe('');
    }
    expect(fields.topics.length).toBeGreaterThan(0);
    expect(fields.subjects.length).toBeGreaterThan(0);
  });

  it('stands in a section of its edition', () => {
    expect(editionOf(sampleAgency, lang)?.sections.map(({ slug }) => slug)).toContain(fields.section);
  });

  it('describes its pictures at the size they were drawn at', () => {
    for (const { attrs } of imagesOf(story)) {
      const drawn = samplePictures.find(({ name }) => attrs.picture === `sample:${name}`);
      expect(drawn).toMatchObject({ width: attrs.width, height: attrs.height });
      for (const words of [attrs.alt, attrs.caption, attrs.credit]) expect(words.trim()).not.toBe('');
    }
  });

  it('is set with the marks of its language', () => {
    const words = wordsOf(story);
    expect(words).not.toMatch(/["']/);
    if (lang === 'fr') expect(words).not.toMatch(/(?<!\u202f)[;!?»%]|« |(?<![\u202f\d]):/u);
    if (lang === 'ar') expect(words).not.toMatch(/[یک۰-۹0-9%,;?]| [،؛؟:.]/u);
    if (lang === 'ru') expect(words).not.toMatch(/[“”„]| [-–—] |\d \d| [»,.:;!?]|« /u);
    if (lang === 'es') {
      expect(words).not.toMatch(/[“”]|« | [»,.:;!?%]|\d \d/u);
      expect(words.split('¿').length).toBe(words.split('?').length);
    }
    if (lang === 'fa') expect(words).not.toMatch(/[يك0-9%,;?]|\u200c[\s،.]/u);
  });
});

describe.each(samplePictures)('sample picture $name', ({ name, width, height, svg }) => {
  it('is read at the size it says', async () => {
    const read = await sharp(Buffer.from(svg)).metadata();
    expect(read).toMatchObject({ format: 'svg', width, height });
  });

  it('covers its whole sheet', async () => {
    const { isOpaque } = await sharp(Buffer.from(svg)).resize({ width: 320 }).stats();
    expect(isOpaque).toBe(true);
  });

  it('stands in a story', () => {
    const used = sampleStories.flatMap(imagesOf).map(({ attrs }) => attrs.picture);
    expect(used).toContain(`sample:${name}`);
  });
});

function imagesOf({ fields }: SampleStory): Image[] {
  return fields.body.content.filter((block) => block.type === 'image');
}

function wordsOf(story: SampleStory): string {
  const { headline, lead, dateline, byline, credit, topics, thread, body } = story.fields;
  const said = imagesOf(story).flatMap(({ attrs }) => [attrs.alt, attrs.caption, attrs.credit]);
  return [
    headline,
    lead,
    dateline,
    byline,
    credit,
    ...topics.map(({ name }) => name),
    thread?.name ?? '',
    plainText(body),
    ...said,
  ].join('\n');
}
