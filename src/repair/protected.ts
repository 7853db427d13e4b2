/** What is never touched: addresses, files, tags, code. */

const topLevel =
  'com|org|net|gov|edu|int|mil|info|biz|io|co|ai|tv|me|app|dev|news|media|press|online|site|blog|eu|uk|us|de|fr|ru|ir|cn|jp|in|au|ca|br|ch|nl|es|se|no|fi|dk|pl|ua|il|tr|gr|pt|be|at|cz|hu|ro|ge|am|az|kz|by|lt|lv|ee|ie|za|ng|ke|eg|sa|ae|qa|kw|om|iq|sy|lb|jo|pk|af|bd|lk|np|th|vn|id|my|sg|ph|kr|tw|hk|mx|ar|cl|pe|ve|nz|aero';
const files =
  'pdf|html?|jpe?g|png|gif|svg|webp|txt|docx?|xlsx?|pptx?|js|ts|php|py|mp3|mp4|avi|mov|zip|gz|csv|json|xml|exe';

const patterns = [
  /[a-z][a-z\d+.-]*:\/\//i,
  /(?:^|[^\p{L}])(?:www\.|mailto:|tel:)/iu,
  /[^\s@]@[^\s@]/,
  /[#@\\_=<>{}[\]|~^`]/,
  /&#?[a-z\d]+;/i,
  // A path; "and/or" is none.
  /^[./]|\/[^/\s]*\p{L}[^/\s]*\//u,
  new RegExp(`[\\p{L}\\d-]{2,}\\.(?:${topLevel})(?![\\p{L}\\d])`, 'u'),
  new RegExp(`[\\p{L}\\d-]\\.(?:${files})(?![\\p{L}\\d])`, 'u'),
];
const signs = /[.:@#\\_=<>{}[\]|~^`&/]/;

/** Whether a piece of text between two white spaces is left as it is, whatever is in it. */
export function isProtected(chunk: string): boolean {
  return signs.test(chunk) && patterns.some((pattern) => pattern.test(chunk));
}
