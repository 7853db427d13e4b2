/** Where programs ask to be told of changes. */
export const hubPath = '/hub';
