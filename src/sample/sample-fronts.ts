/** How the invented agency has arranged two of its first pages. What is not named here fills itself. */

export type SamplePin = {
  slot: string;
  /** The story's key among its translations. */
  group: string;
  headline: string;
  picture: boolean;
};

export const sampleFronts: { lang: string; pins: SamplePin[] }[] = [
  {
    lang: 'en',
    pins: [
      {
        slot: 'second.2',
        group: 'cup-final',
        headline: 'Ten men, a borrowed goalkeeper, and a first final in 31 years',
        picture: false,
      },
      { slot: 'section.science.1', group: 'observatory', headline: '', picture: true },
    ],
  },
  {
    lang: 'fa',
    pins: [
      {
        slot: 'second.2',
        group: 'library',
        headline: 'کتابخانهٔ ملی تا دو بامداد بیدار می‌ماند',
        picture: false,
      },
    ],
  },
];
