/** English words that tell whether a date is behind or ahead. */
import type { TenseCues } from './sentence-tense.ts';

/** A modal takes the words after it along, so that "will have left" and "to be held" count as things to come. */
export const englishTense: TenseCues = {
  future: new RegExp(
    String.raw`\b(?:will|would|shall|should|won['’]t|must)(?: [a-z]+){0,2}|['’]ll\b(?: [a-z]+)?` +
      String.raw`|\b(?:is|are|was|were|be) (?:set|due|expected|scheduled|slated|planned|likely|about|going|supposed) (?:to|for|on|in)\b(?: be)?(?: [a-z]+)?` +
      String.raw`|\b(?:is|are|was|were) to (?:be )?[a-z]+|\b(?:is|are) [a-z]+ing\b` +
      String.raw`|\b(?:expected|scheduled|slated|set|due|planned|likely|ready|prepared) (?:to|for) (?:be )?[a-z]+` +
      String.raw`|\b(?:expected|scheduled|slated|due|planned) (?:on|in|by)\b|\bdue\b(?= $)` +
      String.raw`|\b(?:plan|plans|planned|planning|intends?|intended|hopes?|hoped|aims?|wants?|wanted|agreed|vowed|promised|prepares?|preparing) (?:to|for) (?:be )?[a-z]+` +
      String.raw`|\bto be [a-z]+|\b(?:upcoming|forthcoming|coming|ahead of|deadline)\b` +
      String.raw`|\b(?:opens|begins|starts|kicks off|takes place|convenes|meets|arrives|travels|heads)\b`,
    'g',
  ),
  past: new RegExp(
    String.raw`\b(?:said|says|told|met|held|took|came|went|made|began|was|were|had|has|have|gave|left|became|saw|won|lost|led|fell|rose` +
      String.raw`|sent|struck|spoke|wrote|found|announced|reported|confirmed|stated|declared|got|put|shot|brought|broke|paid|sold|flew|ran|hit|cut)\b`,
    'g',
  ),
  readsOn: true,
  weakPast: /\b[a-z]{3,}ed\b/g,
};
