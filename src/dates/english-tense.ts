/** English words that tell whether a date is behind or ahead. */
import type { TenseCues } from './sentence-tense.ts';

/** A modal takes the words after it along, so that "will have left" and "to be held" count as things to come. */
export const englishTense: TenseCues = {
  future: new RegExp(
    String.raw`\b(?:will|would|shall|should|won['’]t|must)(?: [a-z]+){0,2}|['’]ll\b(?: [a-z]+)?` +
      String.raw`|\b(?:is|are|was|were|be) (?:set|due|expected|scheduled|slated|planned|likely|about|going|supposed) (?:to|for|on|in)\b(?: be)?(?: [a-z]+)?` +
      String.raw`|\b(?:is|are|was|were) to (?:be )?[a-z]+|\b(?:is|are) [a-z]+ing\b` +
      String.raw`|\b(?:expected|scheduled|slated|set|due|planned|likely|ready|prepared) (?:to|for) (?:be )?[a-z]+` +
      String.raw`|\b(?:expected|scheduled|slated|due|planned) (?:on|in|by)\b|\b(?:due|expected|scheduled|slated|planned|forecast)\b(?= $)` +
      String.raw`|\b(?:plan|plans|planned|planning|intends?|intended|hopes?|hoped|aims?|wants?|wanted|agreed|vowed|promised|prepares?|preparing) (?:to|for) (?:be )?[a-z]+` +
      String.raw`|\bto be [a-z]+|\b(?:upcoming|forthcoming|coming|ahead of|deadline)\b`,
    'g',
  ),
  present: new RegExp(
    String.raw`\b(?:opens|begins|starts|kicks off|takes place|convenes|meets|arrives|travels|heads|closes|ends|expires|resumes|reopens` +
      String.raw`|returns|departs|takes effect|comes into force)\b` +
      String.raw`|\b(?:is|are|remains?|stays?) (?:closed|cancell?ed|suspended|shut)\b` +
      String.raw`|(?<!\bto )\b(?:open|close|begin|meet|resume|reopen|convene|take place)\b(?= $)`,
    'g',
  ),
  past: new RegExp(
    String.raw`\b(?:said|says|told|met|held|took|came|went|made|began|was|were|had|has|have|gave|left|became|saw|won|lost|led|fell|rose` +
      `|sent|struck|spoke|wrote|found|announced|reported|confirmed|stated|declared|got|put|shot|brought|broke|paid|sold|flew|ran|hit|cut|quit|shut|did|drew|drove|chose|grew|knew|threw|sank|stood|caught|bought` +
      String.raw`|built|spent|kept|felt|heard|fought|sought|thought|stole|shook|withdrew|underwent|sang|slid|swore|taught|froze|hid)\b`,
    'g',
  ),
  readsOn: true,
  weakPast: /\b(?!(?:speed|indeed|exceed|proceed|succeed|breed|hundred|sacred|naked)\b)[a-z]{3,}ed\b/g,
};
