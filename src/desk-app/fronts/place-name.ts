/** What a place of a front is called. */
import { type SlotParts, slotParts } from '../../fronts/slots.ts';
import type { Format } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { Words } from '../words/words.ts';

type Sections = readonly { slug: string; name: string }[];

/** A section by the name that the edition gives it. */
export function usePlaceName(sections: Sections): (slot: string) => string {
  const { w, f } = useWords();
  return (slot) => placeName(w, f, sections, slotParts(slot));
}

function placeName(w: Words, f: Format, sections: Sections, { part, section, number }: SlotParts): string {
  const { places } = w.fronts;
  switch (part) {
    case 'lead':
      return places.lead;
    case 'second':
      return places.second(f.digits(number));
    case 'section': {
      const name = sections.find(({ slug }) => slug === section)?.name ?? section;
      return places.section(f.name(name), f.digits(number));
    }
  }
}
