/** Words for a story's times in a zone that the reader chose. */
export type ZoneWords = {
  /** The link below a date line. */
  another: string;
  /** The list of zones of one story. */
  title: (code: string) => string;
  intro: string;
  /** Leads back to the page as it is for everybody. */
  agencyAlone: string;
  wrong: string;
};
